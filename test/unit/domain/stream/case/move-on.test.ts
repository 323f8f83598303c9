import { describe, expect, it } from 'vitest';
import { type CaseState, emptyCase } from '../../../../../domain/stream/case/case-state.ts';
import { decideMoveOn } from '../../../../../domain/stream/case/commands/move-on.ts';

const world = {
  now: 5,
  actor: { actor: { kind: 'system', id: 'move' } as const, roles: [], teams: [], pools: [] },
};
const owned: CaseState = {
  ...emptyCase,
  type: 'refund',
  open: true,
  epoch: 3,
  owner: 'ana',
  routed: { '3': { kind: 'assigned', at: 1, person: 'ana' } },
};

describe('moving a case on', () => {
  it('routes it again for the reason that its owner became unavailable, who keeps it meanwhile', () => {
    const { events, effects } = decideMoveOn(owned, { person: 'ana' }, world);
    expect(events.map(({ kind, data }) => [kind, data])).toEqual([
      ['routing-asked', { type: 'refund', epoch: 4, cause: 'assignee-unavailable' }],
    ]);
    expect(effects).toEqual([{ kind: 'route', key: 'route:4', dueAt: 5, payload: { epoch: 4 } }]);
  });

  it('routes an undecided case again for whom a pick has seated the person, before it is written', () => {
    const undecided = { ...owned, owner: null, epoch: 4 };
    const seated = decideMoveOn(undecided, { person: 'ana', seated: true }, world);
    expect(seated.cancel).toEqual(['route:4']);
    expect(seated.effects?.map(({ key }) => key)).toEqual(['route:5']);
    expect(decideMoveOn(undecided, { person: 'ana' }, world).events).toEqual([]);
    expect(decideMoveOn({ ...owned, owner: 'ben' }, { person: 'ana', seated: true }, world).events).toEqual(
      [],
    );
  });

  it.each<[string, Partial<CaseState>]>([
    ['closed', { open: false }],
    ['somebody else’s', { owner: 'ben' }],
    ['being routed already', { epoch: 4 }],
  ])('leaves one alone that is %s', (_what, more) => {
    expect(decideMoveOn({ ...owned, ...more }, { person: 'ana' }, world).events).toEqual([]);
  });
});
