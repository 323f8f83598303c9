import { describe, expect, it } from 'vitest';
import { caseStream, listsOfCase, sortOfCase } from '../../../../../domain/stream/case/case-stream.ts';
import { readersLimit, readersOf } from '../../../../../domain/stream/case/readers-of.ts';
import { termsLimit, termsOf, wordsOf } from '../../../../../domain/stream/case/terms-of.ts';
import { dueAtOf, signBy, workOf } from '../../../../../domain/stream/case/work-rows.ts';
import { given } from '../../../../support/case-bench.ts';
import { askOf, clockDue, gateOf, stateOf } from '../../../../support/case-of.ts';
import { routedTo, submitted } from '../../../../support/case-steps.ts';
import { monday } from '../../../../support/case-world.ts';

const tasks = (more: Parameters<typeof stateOf>[0]) =>
  workOf(stateOf(more)).map(({ task, token }) => `${task} ${token}`);

describe('who reads a case', () => {
  it('are those involved first, then roles, team, pool, approvers, watchers and former owners', () => {
    const state = stateOf({
      behalf: 'ben',
      owner: 'bo',
      asks: [askOf('mia'), { ...askOf('old'), answeredAt: 5 }],
      gates: [gateOf(['fay'])],
      watchers: ['wim'],
      previousOwners: ['one', 'two'],
    });
    expect(readersOf(state)).toEqual([
      'person:rita',
      'person:ben',
      'person:bo',
      'person:mia',
      'role:ops-lead',
      'role:ops-deputy',
      'role:auditor',
      'role:admin',
      'team:other-team',
      'pool:other-pool',
      'person:fay',
      'person:wim',
      'person:two',
      'person:one',
    ]);
  });

  it('are never more than 64, and those involved are always among them', () => {
    const crowd = Array.from({ length: 80 }, (_one, i) => `p${i}`);
    const readers = readersOf(stateOf({ owner: 'bo', gates: [gateOf(crowd)], watchers: crowd }));
    expect(readers).toHaveLength(readersLimit);
    expect(readers.slice(0, 2)).toEqual(['person:rita', 'person:bo']);
  });

  it('are nobody who is not there', () => {
    const state = stateOf({ requester: '', accountable: '', backup: '', team: null, pool: null });
    expect(readersOf(state)).toEqual(['role:auditor', 'role:admin']);
  });
});

describe('what is asked of whom', () => {
  it.each<[string, Parameters<typeof stateOf>[0], string[]]>([
    ['owned', { owner: 'bo', placement: 'assigned' }, ['handle person:bo']],
    ['undecided', { placement: 'undecided' }, []],
    ['queued with a team', { placement: 'queued' }, ['handle team:other-team']],
    ['waiting in a pool without a team', { placement: 'waiting', team: null }, ['handle pool:other-pool']],
    ['queued with neither', { placement: 'queued', team: null, pool: null }, ['handle role:ops-lead']],
    ['unassigned', { placement: 'unassigned' }, ['review role:ops-lead', 'review role:ops-deputy']],
    ['held', { placement: 'held' }, ['review role:ops-lead']],
    ['suppressed', { placement: 'suppressed' }, ['review role:ops-lead']],
    ['closed', { open: false, owner: 'bo' }, []],
  ])('of a case that is %s', (_how, more, expected) => {
    expect(tasks(more)).toEqual(expected);
  });

  it('is to sign for those who have not, and to answer for those asked, each once', () => {
    const gates = [
      gateOf(['fay', 'finn'], { voters: ['fay'] }),
      gateOf(['una'], { status: 'approved' }),
      { ...gateOf(['una']), gate: 'between', step: 1 },
    ];
    const asks = [askOf('mia'), askOf('mia'), { ...askOf('old'), answeredAt: 5 }];
    expect(tasks({ placement: 'undecided', gates, asks })).toEqual([
      'approve person:finn',
      'answer person:mia',
    ]);
  });

  it('sorts by priority, due time and age; low urgency comes last', () => {
    const { state } = given(submitted(), routedTo('bo'));
    const due = dueAtOf(state);
    expect(due).toBe(monday + 4 * 3_600_000);
    expect(workOf(state)).toMatchObject([{ priority: 3, dueAt: due, sort: `3 ${due} ${monday}` }]);
    expect(workOf({ ...state, lowUrgency: true })[0]?.sort).toMatch(/^9 /);
    expect(workOf({ ...state, clocks: [] })).toMatchObject([
      { dueAt: null, sort: `3 9999999999999 ${monday}` },
    ]);
  });
});

describe('when a signature is due', () => {
  const asking = (dueAt: number | null, ...voters: readonly string[]) => {
    const gate = gateOf(['fay', 'una'], { voters });
    return { ...gate, steps: gate.steps.map((step) => ({ ...step, dueAt })) };
  };
  const dueOf = (person: string, more: Parameters<typeof stateOf>[0]) =>
    workOf(stateOf(more)).find(({ task, token }) => task === 'approve' && token === `person:${person}`);

  it('is the deadline of the step that waits for the person, also in the order and before the clocks', () => {
    const clocks = [clockDue(9_000)];
    expect(dueOf('fay', { clocks, gates: [asking(12_000)] })).toMatchObject({
      dueAt: 12_000,
      sort: '3 0000000012000 0000000001000',
    });
    expect(workOf(stateOf({ clocks, gates: [asking(12_000)] }))[0]).toMatchObject({ dueAt: 9_000 });
  });

  it('is the earliest of several steps that wait, and a step already signed does not count', () => {
    expect(dueOf('fay', { gates: [asking(12_000), asking(7_000)] })?.dueAt).toBe(7_000);
    expect(signBy(stateOf({ gates: [asking(12_000), asking(7_000, 'fay')] }), 'fay')).toBe(12_000);
  });

  it('is that of the clocks where the step has no deadline', () => {
    expect(dueOf('fay', { clocks: [clockDue(9_000)], gates: [asking(null)] })?.dueAt).toBe(9_000);
    expect(dueOf('fay', { gates: [asking(null)] })?.dueAt).toBeNull();
  });
});

describe('the terms of a case', () => {
  it('are its number whole and in parts, then title, people and values, folded', () => {
    const found = { number: 'PUR-1001', title: 'Ｄesk, ÉTÉ', people: ['ria'], searchable: ['Big desk'] };
    expect(termsOf(found)).toEqual(['pur-1001', 'pur', '1001', 'desk', 'été', 'ria', 'big']);
  });

  it('are 40 at most, each of 40 letters at most', () => {
    const title = Array.from({ length: 60 }, (_one, i) => `w${i}`).join(' ');
    expect(termsOf({ number: 'A-1', title, people: [], searchable: [] })).toHaveLength(termsLimit);
    expect(wordsOf('x'.repeat(50))).toEqual(['x'.repeat(40)]);
  });
});

describe('the lists of a case', () => {
  it('are one per reader, alone and by type and category, and its look-ups', () => {
    const state = stateOf({
      owner: 'bo',
      placement: 'assigned',
      behalf: 'ben',
      account: 'acme',
      duplicateKeys: ['k1'],
    });
    const lists = listsOfCase(state);
    for (const list of [
      'case',
      'reads:person:bo',
      'reads:person:bo|type:vendor',
      'reads:person:bo|category:in_review',
      'requester:rita',
      'requester:ben',
      'owner:bo',
      'open-type:vendor',
      'open-requester:rita|vendor',
      'open-account:acme|vendor',
      'duplicate:k1',
    ])
      expect(lists).toContain(list);
    expect(lists).toHaveLength(new Set(lists).size);
  });

  it('tell what waits for a pool and what nobody has', () => {
    expect(listsOfCase(stateOf({ placement: 'waiting' }))).toContain('waiting:other-pool');
    expect(listsOfCase(stateOf({ placement: 'unassigned' }))).toContain('reads:role:ops-lead|unassigned');
  });

  it('keep a closed case out of what is open', () => {
    const lists = listsOfCase(stateOf({ open: false, owner: 'bo', placement: 'waiting', account: 'acme' }));
    expect(lists.filter((list) => /^(owner|waiting|open-)/.test(list))).toEqual([]);
  });

  it('sort the newest first', () => {
    expect(sortOfCase(2_000) < sortOfCase(1_000)).toBe(true);
    expect(sortOfCase(9_999_999_999_990)).toHaveLength(13);
  });

  it('and the terms stand in the index with the readers', () => {
    const index = caseStream.indexOf(stateOf({ owner: 'bo', searchable: ['Acme'] }), 'c1');
    expect(index.readers).toContain('person:bo');
    expect(index.terms).toEqual(expect.arrayContaining(['ven-1', 'rita', 'bo', 'acme']));
    expect(index.sort).toBe(sortOfCase(1_000));
  });
});
