import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../../../domain/stream/case/case-state.ts';
import { givenOf, later, type Step } from '../../../../support/case-bench.ts';
import { routedTo, submitted, takes } from '../../../../support/case-steps.ts';
import { hour, monday, purchaseWith } from '../../../../support/case-world.ts';

const clockOf = (state: CaseState, id: string) => state.clocks.find((clock) => clock.id === id);
const history = (state: CaseState, id: string) => clockOf(state, id)?.intervals.map(({ kind }) => kind);
const reopens = takes('lea', 'reopen', 'It is not over.');
const arrives: readonly Step[] = [takes('bo', 'order'), later(hour), takes('bo', 'finish')];

/** What a purchase of this definition looks like that went on like this, was closed, and an hour later opened again. */
function back(changes: Readonly<Record<string, unknown>>, ...closing: readonly Step[]) {
  const definition = purchaseWith({
    '/workflow/transitions/4/from': ['done', 'rejected', 'withdrawn'],
    ...changes,
  });
  return givenOf(definition, submitted(), routedTo('bo'), later(hour), ...closing, later(hour)).when(reopens);
}

describe('a clock of a case that is opened again', () => {
  // Three working days from then, of eight hours from nine to five.
  it.each([
    ['whose stop was the closed state', arrives, 3 * hour],
    ['which measures the whole case', [takes('bo', 'reject', 'no')], 2 * hour],
    ['that nobody had waited for any more', [takes('ria', 'withdraw')], 2 * hour],
  ])('%s starts a new round with its full target', (_which, closing, passed) => {
    const { state, pending } = back({}, ...closing);
    expect(history(state, 'whole')).toEqual(['started']);
    expect(clockOf(state, 'whole')).toMatchObject({ dueAt: monday + 72 * hour + passed, fired: [] });
    expect(pending).toContain('clock:whole');
  });

  it('that had reached its goal before stays there', () => {
    const answered = back({}, takes('bo', 'reject', 'no'));
    expect(history(answered.state, 'first')).toEqual(['started', 'satisfied']);
    const ordered = back({ '/clocks/1/stop': { onEnter: ['ordered'] } }, ...arrives);
    expect(history(ordered.state, 'whole')).toEqual(['started', 'satisfied']);
  });

  it('that waited for a first answer which never came waits for one again', () => {
    const { state } = back({}, takes('ria', 'withdraw'));
    expect(clockOf(state, 'first')?.intervals).toMatchObject([{ kind: 'started', at: monday + 2 * hour }]);
  });

  it('does not start where the case comes back to the state that is its goal', () => {
    const { state } = back({ '/clocks/1/stop': { onEnter: ['done', 'review'] } }, ...arrives);
    expect(history(state, 'whole')).toEqual(['started', 'satisfied']);
  });

  it('is held where its definition says so of the state', () => {
    const { state } = back({ '/clocks/1/pauseIn': ['review'] }, takes('bo', 'reject', 'no'));
    expect(history(state, 'whole')).toEqual(['started', 'paused']);
  });

  it('of the stay in another state does not start', () => {
    const stay = {
      id: 'stay',
      title: 'Stay',
      kind: 'state',
      start: { onEnter: ['ordered'] },
      stop: { onEnter: ['done'] },
      pauseIn: [],
      targets: [{ duration: '8h', calendar: 'hq' }],
      thresholds: [],
    };
    expect(history(back({ '/clocks/2': stay }, ...arrives).state, 'stay')).toEqual(['started', 'satisfied']);
  });

  it('does not start with a step from one end to another', () => {
    const archived = { '/workflow/transitions/4/to': 'withdrawn' };
    const { kinds } = back(archived, takes('bo', 'reject', 'no'));
    expect(kinds).toEqual(['commented', 'state-entered']);
  });
});
