import { describe, expect, it } from 'vitest';
import { decideCreate } from '../../../../../domain/stream/directory/decide-directory.ts';
import {
  decideDemoBegun,
  decideDemoFinished,
  decideRestored,
  installationObject,
} from '../../../../../domain/stream/installation/installation-object.ts';
import {
  installationId,
  installationStream,
} from '../../../../../domain/stream/installation/installation-stream.ts';
import { foldDecisions } from '../../../../support/fold-decisions.ts';

const now = Date.UTC(2026, 0, 5);
const main = (fields: object = {}) => {
  const stream = foldDecisions(installationStream, `installation:${installationId}`, now);
  stream.take(() =>
    decideCreate(installationObject, {
      id: installationId,
      now,
      fields: { name: 'Example', ...fields },
      reason: '',
    }),
  );
  return stream;
};

describe('the installation', () => {
  it('opens a generation at each restore, and names where the backup was taken', () => {
    const stream = main({ businessRoles: [{ id: 'lead', title: 'Lead' }], origin: null });
    expect(stream.state.generation).toBe(1);
    stream.take((state) => decideRestored(state, 120));
    expect(stream.state.generation).toBe(2);
    expect(stream.doc.tail.at(-1)?.event).toMatchObject({
      kind: 'restored',
      data: { from: 120, generation: 2 },
    });
    expect(stream.lists).toEqual(['installation']);
    const bare = {
      kind: 'restored',
      at: now,
      seq: 1,
      actor: { kind: 'system', id: 'x' } as const,
      data: {},
      human: {},
    };
    expect(installationStream.evolve(stream.state, bare).generation).toBe(2);
  });

  it('says that it is a demo from the beginning, and once when it is complete', () => {
    const stream = main();
    stream.take((state) => decideDemoFinished(state));
    expect(stream.state).toMatchObject({ demo: false, demoMadeAt: null });
    stream.take((state) => decideDemoBegun(state, 'kestrel'));
    expect(stream.state).toMatchObject({ demo: true, demoMadeAt: null });
    expect(stream.doc.tail.at(-1)?.event).toMatchObject({
      kind: 'demo-begun',
      data: { demo: true, seed: 'kestrel' },
    });
    expect(decideDemoBegun(stream.state, 'other').events).toEqual([]);
    stream.take((state) => decideDemoFinished(state));
    expect(stream.state).toMatchObject({ demo: true, demoMadeAt: now });
    expect(decideDemoFinished(stream.state).events).toEqual([]);
  });

  it.each([
    [
      'a role twice',
      {
        businessRoles: [
          { id: 'a', title: 'A' },
          { id: 'a', title: 'B' },
        ],
      },
    ],
    ['an address of another kind', { origin: 'ftp://x.example' }],
    ['a generation by hand', { generation: 9 }],
  ])('refuses %s', (_what, fields) => {
    expect(() => main(fields)).toThrow(expect.objectContaining({ code: 'VALIDATION_FAILED' }));
  });
});
