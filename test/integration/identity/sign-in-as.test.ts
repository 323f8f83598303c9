import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  decideDemoBegun,
  installationObject,
} from '../../../domain/stream/installation/installation-object.ts';
import {
  type InstallationState,
  installationId,
  installationStream,
} from '../../../domain/stream/installation/installation-stream.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import { startSession } from '../../../server/identity/sessions.ts';
import { personasOf, signInAs } from '../../../server/identity/sign-in-as.ts';
import { viewerOfSession } from '../../../server/identity/viewer-of.ts';
import { changeDirectory } from '../../../server/use-cases/directory/directory-call.ts';
import { createObject } from '../../../server/use-cases/directory/write-object.ts';
import { address, identityRig } from './identity-rig.ts';

let rig: Awaited<ReturnType<typeof identityRig>>;
beforeEach(async () => {
  rig = await identityRig();
  await rig.create('person', 'paula', { name: 'Paula', email: 'paula@example.com' });
  await rig.create('person', 'sam', { name: 'Sam', email: 'sam@example.com', systemRoles: ['admin'] });
  await rig.create('person', 'scout', { name: 'Scout', kind: 'service' });
});
afterEach(() => rig.close());

/** Makes the installation one where everything is invented, as the demo does. */
const invent = async () => {
  await createObject(rig.deps, installationObject, rig.call(), {
    id: installationId,
    fields: { name: 'Kestrel' },
  });
  await changeDirectory(rig.deps, rig.call(), {
    spec: installationStream,
    stream: streamId('installation', installationId),
    decide: (state: InstallationState) => decideDemoBegun(state, 'seed'),
  });
};

const sessionOf = async (personId: string): Promise<string> =>
  (await startSession(rig.deps, { personId, privileges: '' })).secret;

describe('being another persona of the demo', () => {
  it('signs them in without a password, ends the session there was, and goes on record', async () => {
    await invent();
    expect(await personasOf(rig.deps)).toEqual([
      { persona: 'requester', id: 'paula', name: 'Paula' },
      { persona: 'administrator', id: 'sam', name: 'Sam' },
    ]);
    const before = await sessionOf('paula');
    const { secret } = await signInAs(rig.deps, { secret: before, persona: 'administrator', address });
    expect(await viewerOfSession(rig.deps, secret)).toMatchObject({ viewer: { personId: 'sam' } });
    expect(await viewerOfSession(rig.deps, before)).toBeUndefined();
    expect(await rig.accesses('person:sam')).toMatchObject([
      { kind: 'signed-in', person: 'sam', address, what: { from: 'paula' } },
    ]);
  });

  it('is refused on any installation that is not a demo, though people are called the same', async () => {
    expect(await personasOf(rig.deps)).toEqual([]);
    const secret = await sessionOf('paula');
    const refused = signInAs(rig.deps, { secret, persona: 'administrator', address });
    await expect(refused).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await viewerOfSession(rig.deps, secret)).toMatchObject({ viewer: { personId: 'paula' } });
    expect(await rig.accesses('kind:signed-in')).toEqual([]);
    expect(await rig.accesses('kind:sign-in-refused')).toMatchObject([{ what: { why: 'persona' } }]);
  });

  it('is refused to whoever is no persona, and nobody becomes anybody but one', async () => {
    await invent();
    const refused = async (person: string | null, persona: string): Promise<void> => {
      const secret = person === null ? 'x' : await sessionOf(person);
      const attempt = signInAs(rig.deps, { secret, persona, address });
      await expect(attempt, `${person} as ${persona}`).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    };
    await refused(null, 'administrator');
    await refused('ana', 'administrator');
    await refused('paula', 'ana');
    await refused('paula', 'agent');
    await refused('paula', 'handler');
    await refused('paula', '');
  });
});
