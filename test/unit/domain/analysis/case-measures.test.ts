import { describe, expect, it } from 'vitest';
import { type CaseMemory, dayOf, emptyMemory, measure } from '../../../../domain/analysis/case-measures.ts';
import { stepOf } from '../../../../domain/analysis/histogram.ts';
import type { Json } from '../../../../domain/hash/canonical-json.ts';

const begin = Date.UTC(2026, 2, 2, 10);
const hour = 3_600_000;

type Told = readonly [hours: number, kind: string, data?: Record<string, Json>, actor?: string];

/** What a story of events adds up to: sums by bucket and field, zeros left out. */
function counted(story: readonly Told[]): { counts: Record<string, number>; memory: CaseMemory } {
  let memory = emptyMemory;
  const counts: Record<string, number> = {};
  story.forEach(([hours, kind, data = {}, actor = 'bo'], i) => {
    const measured = measure(memory, {
      ...{ v: 1, stream: 'c1', seq: i + 1, kind, at: begin + hours * hour, data },
      actor: { kind: 'person', id: actor },
      command: { id: 'x', body: 'y' },
    });
    memory = measured.memory;
    for (const { bucket, field, add } of measured.counts) {
      const key = `${bucket} ${field}`;
      counts[key] = (counts[key] ?? 0) + add;
    }
  });
  return { counts: Object.fromEntries(Object.entries(counts).filter(([, sum]) => sum !== 0)), memory };
}

const submitted: Told = [0, 'submitted', { type: 'buy', requester: 'ria', source: 'api' }, 'ria'];
const review: Told = [0, 'state-entered', { state: 'review', category: 'in_review' }, 'ria'];
const day = 'day|2026-03-02|buy';
const basic = { [`${day} submitted`]: 1, [`${day} source:api`]: 1 };

describe('what a case adds to the counts', () => {
  it('is its submission, and an open case in the state it is in', () => {
    expect(counted([submitted, review]).counts).toEqual({ ...basic, 'open|buy|review|2026-03-02 open': 1 });
  });

  it('moves the open case along, and takes it away when it is closed', () => {
    const on: Told = [30, 'state-entered', { state: 'ordered', category: 'approved' }];
    expect(counted([submitted, review, on]).counts).toEqual({
      ...basic,
      'open|buy|ordered|2026-03-03 open': 1,
    });
    const end: Told = [40, 'state-entered', { state: 'done', category: 'done', outcome: 'approved' }];
    const after = 'day|2026-03-04|buy';
    expect(counted([submitted, review, on, end]).counts).toEqual({
      ...basic,
      [`${after} closed`]: 1,
      [`${after} outcome:approved`]: 1,
      [`${after} finish#${stepOf(40 * hour)}`]: 1,
    });
    const left: Told = [40, 'state-entered', { state: 'gone', category: 'done', outcome: 'withdrawn' }];
    expect(
      Object.keys(counted([submitted, review, left]).counts).filter((key) => key.includes('finish')),
    ).toEqual([]);
    const bare: Told = [40, 'state-entered', { state: 'done', category: 'done' }];
    expect(counted([submitted, bare]).counts[`${after} outcome:none`]).toBe(1);
  });

  it('is the time to the first assignment, and each change of hands after it', () => {
    const { counts } = counted([
      submitted,
      [1, 'routed', { kind: 'assigned', person: 'bo' }],
      [2, 'assigned', { to: 'bea' }],
      [2, 'assigned', { to: 'bea' }],
      [3, 'routed', { kind: 'unassigned' }],
      [3, 'routed', { kind: 'queued' }],
    ]);
    expect(counts).toEqual({
      ...basic,
      [`${day} assigned`]: 1,
      [`${day} assignment#${stepOf(hour)}`]: 1,
      [`${day} reassigned`]: 1,
      [`${day} unassigned`]: 1,
    });
  });

  it('is a change of hands only within one step of the work: the next step has its own people', () => {
    const handedOn = (...story: Told[]) =>
      counted([submitted, review, ...story]).counts[`${day} reassigned`] ?? 0;
    const bo: Told = [1, 'routed', { kind: 'assigned', person: 'bo' }];
    const cy: Told = [3, 'routed', { kind: 'assigned', person: 'cy' }];
    const nextStep: Told = [2, 'routing-asked', { epoch: 2, cause: 'entered:ordered' }];
    expect(handedOn(bo, nextStep, cy)).toBe(0);
    expect(handedOn(bo, [2, 'routing-asked', { epoch: 2, cause: 'declined' }], cy)).toBe(1);
    expect(handedOn(bo, nextStep, cy, [4, 'assigned', { to: 'bo', from: 'cy' }])).toBe(1);
    expect(handedOn(bo, [2, 'assigned', { to: 'bo', from: 'bo' }])).toBe(0);
  });

  it('is the first answer of somebody else than the requester, once', () => {
    const { counts } = counted([
      submitted,
      [1, 'commented', {}, 'ria'],
      [2, 'commented', {}, 'bo'],
      [3, 'asked', {}, 'bo'],
    ]);
    expect(counts).toEqual({ ...basic, [`${day} responded`]: 1, [`${day} response#${stepOf(2 * hour)}`]: 1 });
  });

  it('is how long a gate stood open and how it ended; a gate called off counts as nothing', () => {
    const gate = (status: string, name = 'finance') => ({ gate: { gate: name, status } });
    const { counts, memory } = counted([
      submitted,
      [0, 'gate-opened', gate('open')],
      [0, 'gate-opened', gate('open', 'legal')],
      [1, 'gate-changed', gate('open')],
      [2, 'voted', gate('approved'), 'fay'],
      [3, 'gate-changed', gate('cancelled', 'legal')],
      [4, 'gate-changed', gate('rejected', 'never-opened')],
    ]);
    expect(counts).toEqual({
      ...basic,
      [`${day} responded`]: 1,
      [`${day} response#${stepOf(2 * hour)}`]: 1,
      [`${day} gate:approved`]: 1,
      [`${day} approval#${stepOf(2 * hour)}`]: 1,
    });
    expect(memory.gates).toEqual({});
  });

  it('is every clock that was missed, once each', () => {
    const clock = (id: string, ...kinds: string[]) => ({
      clock: { id, intervals: kinds.map((kind) => ({ kind })) },
    });
    const { counts } = counted([
      submitted,
      [1, 'clock-changed', clock('first', 'started')],
      [2, 'clock-changed', clock('first', 'started', 'breached')],
      [3, 'clock-changed', clock('first', 'started', 'breached', 'satisfied')],
      [3, 'clock-started', clock('whole', 'started', 'breached')],
    ]);
    expect(counts).toEqual({ ...basic, [`${day} breached`]: 2 });
  });

  it('goes on under the other type when a case turns out to be one', () => {
    const { counts } = counted([
      submitted,
      review,
      [1, 'type-changed', { type: 'fix' }],
      [1, 'state-entered', { state: 'look', category: 'new' }],
      [2, 'escalated', {}],
    ]);
    expect(counts).toEqual({
      ...basic,
      [`${day} recategorised`]: 1,
      'open|fix|look|2026-03-02 open': 1,
      'day|2026-03-02|fix escalated': 1,
    });
  });

  it('is nothing for what is not measured', () => {
    expect(
      counted([
        [0, 'seen'],
        [0, 'constructor'],
      ]).counts,
    ).toEqual({});
    expect(dayOf(begin)).toBe('2026-03-02');
  });

  it('holds nothing against events that say less than they should', () => {
    const { memory } = counted([
      [0, 'submitted'],
      [0, 'state-entered', { category: 'new' }],
      [0, 'assigned'],
      [0, 'type-changed'],
    ]);
    expect(memory).toMatchObject({ type: '', owner: '', state: '' });
  });
});
