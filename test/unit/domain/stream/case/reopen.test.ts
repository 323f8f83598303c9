import { describe, expect, it } from 'vitest';
import { type CaseState, emptyCase } from '../../../../../domain/stream/case/case-state.ts';
import { decideTransition } from '../../../../../domain/stream/case/commands/move.ts';
import { worldFor } from '../../../../support/bare-world.ts';

const closed: CaseState = {
  ...emptyCase,
  type: 'thing',
  state: 'closed',
  category: 'done',
  epoch: 2,
  routed: { '2': { kind: 'assigned', at: 1, person: 'ana' } },
  placement: 'assigned',
  owner: 'ana',
};
const owedBy = (state: CaseState, transition: string, gone: readonly string[] = []) =>
  decideTransition(state, { transition, comment: '' }, worldFor('boss', gone)).effects?.map(({ key }) => key);

describe('opening a closed case again', () => {
  it('gives it back to whoever had it, who takes their seat again', () => {
    expect(owedBy(closed, 'revive')).toEqual(['seat:ana']);
  });

  it('routes it where the state has a chain; its owner keeps it and the seat until somebody is found', () => {
    expect(owedBy(closed, 'reopen')).toEqual(['route:3', 'seat:ana']);
  });

  it('routes it where nobody had it, nobody had decided yet, or who had it works here no more', () => {
    expect(owedBy({ ...closed, owner: null, placement: 'waiting' }, 'revive')).toEqual(['route:3']);
    expect(owedBy({ ...closed, owner: null, routed: {}, placement: 'undecided' }, 'revive')).toEqual([
      'route:3',
    ]);
    expect(owedBy(closed, 'revive', ['ana'])).toEqual(['route:3', 'seat:ana']);
  });
});
