import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sealValue } from '../../../../../domain/hash/seal-value.ts';
import {
  decideCreate,
  decideDeactivate,
  decidePatch,
  decideReactivate,
} from '../../../../../domain/stream/directory/decide-directory.ts';
import type { DirectoryKindName } from '../../../../../domain/stream/directory/directory-object.ts';
import { directoryObjects, objectOf } from '../../../../../domain/stream/directory-objects.ts';
import { foldDecisions } from '../../../../support/fold-decisions.ts';

const now = Date.UTC(2026, 0, 5);
const person = directoryObjects.person;
const command = (fields: unknown, reason = 'because') => ({ id: 'ana', now, fields, reason });
const refusalOf = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
};

/** Two patches of each kind: any of them may follow the other. */
const samples: Record<DirectoryKindName, { create: object; patches: object[] }> = {
  person: {
    create: { name: 'Ana', email: 'ana@example.com' },
    patches: [{ title: 'Lead' }, { title: null, skills: { french: 3 } }, { capacity: 4, groups: ['night'] }],
  },
  team: {
    create: { title: 'Desk' },
    patches: [{ members: ['ana', 'ben'] }, { members: [], email: 'd@example.com' }],
  },
  pool: {
    create: { title: 'Front' },
    patches: [
      { members: [{ person: 'ana', weight: 1 }] },
      { members: [{ person: 'ben', weight: 2 }], moveOnLeave: true },
      { strategy: 'ordered', skills: [{ skill: 'french', level: 2 }] },
    ],
  },
  calendar: {
    create: { title: 'Days', zone: 'UTC', week: { 1: [{ from: '09:00', to: '17:00' }] } },
    patches: [{ title: 'Hours' }, { week: { 2: [{ from: '08:00', to: '12:00' }] } }],
  },
  account: {
    create: { name: 'Acme' },
    patches: [{ domains: ['acme.com'] }, { tier: 'gold', ownerId: 'ana' }],
  },
  territory: {
    create: { title: 'North' },
    patches: [{ countries: ['FR'] }, { postal: [{ from: '1', to: '2' }] }],
  },
  connection: {
    create: { plugin: 'webhook', title: 'Hook' },
    patches: [{ config: { url: 'https://x.example' } }, { paused: true, types: ['refund'] }],
  },
  installation: {
    create: { name: 'Example' },
    patches: [{ businessRoles: [{ id: 'lead', title: 'Lead' }] }, { origin: 'https://desk.example.com' }],
  },
};

describe('directory objects', () => {
  it('keeps what a human entered out of the event, under a seal', () => {
    const stream = foldDecisions(person.stream, 'person:ana', now);
    stream.take(() => decideCreate(person, command({ name: 'Ana' })));
    const [entry] = stream.doc.tail;
    expect(entry?.event.data).toEqual({ fields: ['name'] });
    expect(entry?.event.seals).toEqual({
      'set/name': sealValue('ab'.repeat(16), 'Ana'),
      reason: sealValue('ab'.repeat(16), 'because'),
    });
    expect(stream.state).toMatchObject({ name: 'Ana', active: true, createdAt: now, reason: 'because' });
  });

  it('changes only what differs, and nothing when nothing does', () => {
    const stream = foldDecisions(person.stream, 'person:ana', now);
    stream.take(() => decideCreate(person, command({ name: 'Ana', title: 'Agent' }, '')));
    expect(stream.state.reason).toBe('');
    const changed = stream.take((state) =>
      decidePatch(person, state, command({ name: 'Ana', title: 'Lead' })),
    );
    expect(changed.events.map(({ data }) => data)).toEqual([{ fields: ['title'] }]);
    expect(decidePatch(person, stream.state, command({ title: 'Lead' })).events).toEqual([]);
  });

  it('demands a reason for a change and for taking out of use', () => {
    const { initial } = person.stream;
    expect(refusalOf(() => decidePatch(person, initial, command({ name: 'B' }, ' ')))).toMatchObject({
      code: 'REASON_REQUIRED',
    });
    expect(refusalOf(() => decideDeactivate({ ...initial, active: true }, ''))).toMatchObject({
      code: 'REASON_REQUIRED',
    });
  });

  it('is taken out of use and into use, each once', () => {
    const stream = foldDecisions(person.stream, 'person:ana', now);
    stream.take(() => decideCreate(person, command({ name: 'Ana' })));
    expect(decideReactivate(stream.state, '').events).toEqual([]);
    stream.take((state) => decideDeactivate(state, ' left '));
    expect(stream.state).toMatchObject({ active: false, reason: 'left' });
    expect(decideDeactivate(stream.state, 'left').events).toEqual([]);
    stream.take((state) => decideReactivate(state, ''));
    expect(stream.state).toMatchObject({ active: true, reason: 'left' });
  });

  it.each([
    ['an id in capitals', { ...command({ name: 'A' }), id: 'Ana' }, '/id'],
    ['an empty id', { ...command({ name: 'A' }), id: '' }, '/id'],
    ['an unknown field', command({ name: 'A', nom: 'B', 'a/b': 1 }), '/nom'],
    ['a missing name', command({}), '/name'],
    ['a name of blanks', command({ name: '  ' }), '/name'],
    ['a name with a line break', command({ name: 'A\nB' }), '/name'],
    ['no object at all', command('Ana'), ''],
  ])('refuses %s, naming the place', (_what, given, pointer) => {
    const refusal = refusalOf(() => decideCreate(person, given));
    expect(refusal).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect((refusal as { details: { pointer: string }[] }).details.map((detail) => detail.pointer)).toContain(
      pointer,
    );
  });

  it('refuses an event nobody knows', () => {
    const event = {
      kind: 'danced',
      at: 1,
      seq: 1,
      actor: { kind: 'system', id: 'x' } as const,
      data: {},
      human: {},
    };
    expect(() => person.stream.evolve(person.stream.initial, event)).toThrow('knows the event');
  });

  it.each(Object.keys(samples) as DirectoryKindName[])(
    'folds a %s from its events alone, in any order of changes',
    (kind) => {
      const object = objectOf(kind);
      const { create, patches } = samples[kind];
      expect(object.kind).toBe(kind);
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...patches), { maxLength: 6 }), (steps) => {
          const stream = foldDecisions(object.stream, `${kind}:x1`, now);
          stream.take(() => decideCreate(object, { id: 'x1', now, fields: create, reason: '' }));
          for (const fields of steps) {
            stream.take((state) => decidePatch(object, state, { id: 'x1', now, fields, reason: 'r' }));
            expect(stream.state).toMatchObject(kind === 'pool' ? {} : fields);
          }
          expect(stream.refolded()).toEqual(stream.state);
          expect(stream.lists).toContain(kind);
          expect(stream.doc.rev).toBe(stream.doc.seq);
        }),
      );
    },
  );

  it('says what fields refer to, and where', () => {
    const refs = (kind: DirectoryKindName, fields: Record<string, never> | object) =>
      objectOf(kind)
        .references(fields as Record<string, string>)
        .map(({ pointer, kind: to, id }) => `${pointer} ${to}:${id}`);
    expect(refs('person', { calendarId: 'days', managerId: 'ben' })).toEqual([
      '/calendarId calendar:days',
      '/managerId person:ben',
    ]);
    expect(refs('person', { calendarId: null })).toEqual([]);
    expect(refs('team', { members: ['ana', 'ben'], lead: 'ana', calendarId: 'days' })).toEqual([
      '/members/0 person:ana',
      '/members/1 person:ben',
      '/lead person:ana',
      '/calendarId calendar:days',
    ]);
    expect(
      refs('pool', { members: [{ person: 'ana', weight: 1 }], teamId: 'desk', calendarId: 'days' }),
    ).toEqual(['/calendarId calendar:days', '/teamId team:desk', '/members/0/person person:ana']);
    expect(refs('pool', {})).toEqual([]);
    expect(refs('account', { ownerId: 'ana', parentId: 'acme' })).toEqual([
      '/ownerId person:ana',
      '/parentId account:acme',
    ]);
    expect(refs('territory', { ownerId: 'ana' })).toEqual(['/ownerId person:ana']);
    expect([refs('calendar', {}), refs('connection', {}), refs('installation', {})]).toEqual([[], [], []]);
  });
});
