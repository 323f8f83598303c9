import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveConnection } from '../../../server/use-cases/directory/connections.ts';
import { type SmallWeb, startSmallWeb } from '../../support/small-web.ts';

describe('a connection that would not work', () => {
  let small: SmallWeb;
  beforeAll(async () => {
    small = await startSmallWeb();
  });
  afterAll(() => small.web.close());

  const made = {
    plugin: 'webhook',
    title: 'Hook',
    config: { url: 'https://hooks.example.test/in' },
    reason: 'x',
  };

  it('is refused with the place of what is wrong, and nothing is made', async () => {
    const amy = small.as('amy');
    const misspelt = { ...made, id: 'hook', config: { ...made.config, urll: 'x' } };
    const answer = await amy.post('/connections', misspelt);
    expect(answer.status).toBe(422);
    expect(answer.json.errors).toMatchObject([{ pointer: expect.stringMatching(/^\/config/) }]);
    expect((await amy.post('/connections', { ...made, id: 'hook', plugin: 'pigeon' })).json.errors).toEqual([
      { pointer: '/plugin', detail: 'This installation has no plugin “pigeon”.' },
    ]);
    expect((await amy.get('/connections/hook')).status).toBe(404);
  });

  it('is not made of one that works by a change either', async () => {
    const amy = small.as('amy');
    const { status, json } = await amy.post('/connections', { ...made, id: 'good' });
    expect(status).toBe(201);
    const change = { config: { url: 'not an address' }, reason: 'x' };
    const refused = await amy.patch('/connections/good', change, { rev: json.rev });
    expect([refused.status, refused.json.errors[0].pointer]).toEqual([422, '/config/url']);
    expect((await amy.get('/connections/good')).json).toMatchObject({ rev: json.rev, config: made.config });
  });

  it('is refused a secret its plugin does not have, and told which it has', async () => {
    const amy = small.as('amy');
    const whsec = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const misnamed = { ...made, id: 'sealed', secrets: { signingSecret: whsec, singingSecret: whsec } };
    const answer = await amy.post('/connections', misnamed);
    expect([answer.status, answer.json.errors]).toEqual([
      422,
      [
        {
          pointer: '/secrets/singingSecret',
          detail:
            'The plugin “webhook” has no secret “singingSecret”. Name it signingSecret or formerSigningSecret.',
        },
      ],
    ]);
    expect((await amy.get('/connections/sealed')).status).toBe(404);
    const rightly = await amy.post('/connections', { ...misnamed, secrets: { signingSecret: whsec } });
    expect(rightly.status).toBe(201);
    const change = { secrets: { credential: 'x' }, reason: 'x' };
    const refused = await amy.patch('/connections/sealed', change, { rev: rightly.json.rev });
    expect([refused.status, refused.json.errors[0].pointer]).toEqual([422, '/secrets/credential']);
    const mail = { id: 'mail', plugin: 'email', title: 'Mail', reason: 'x', secrets: { password: 'x' } };
    expect((await amy.post('/connections', mail)).json.errors).toContainEqual({
      pointer: '/secrets/password',
      detail: 'The plugin “email” has no secret “password”. It takes none; leave this out.',
    });
  });

  it('can still forget a secret it was once given under a wrong name', async () => {
    const { services, sealer } = small.web.product;
    const call = (id: string) => ({
      actor: { kind: 'person', id: 'amy' } as const,
      command: { id, body: id },
    });
    const { reason, ...fields } = made;
    const old = { id: 'old', how: 'create', fields, reason, secrets: { wrong: 'x' } } as const;
    await saveConnection(services.deps, sealer, call('make-old'), old);
    const { rev, secretNames } = (await small.as('amy').get('/connections/old')).json;
    expect(secretNames).toEqual(['wrong']);
    const change = { secrets: { wrong: null }, reason: 'Misnamed.' };
    const mended = await small.as('amy').patch('/connections/old', change, { rev });
    expect([mended.status, mended.json.secretNames]).toEqual([200, []]);
  });

  it('says what it lacks to be told of anything, until it has that', async () => {
    const amy = small.as('amy');
    const mute = await amy.post('/connections', { ...made, id: 'mute' });
    expect(mute.json.advice).toBe(
      'Nothing will be sent until it names the kinds of events (eventKinds) and the roles whose rights it has (roles).',
    );
    const change = { eventKinds: ['submitted'], roles: ['auditor'], reason: 'x' };
    expect((await amy.patch('/connections/mute', change, { rev: mute.json.rev })).json.advice).toBeNull();
    expect((await amy.get('/connections/mute')).json.advice).toBeNull();
  });
});
