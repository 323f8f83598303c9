import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
});
