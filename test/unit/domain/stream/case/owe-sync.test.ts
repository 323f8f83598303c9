import { describe, expect, it } from 'vitest';
import { compileDefinition } from '../../../../../domain/definition/compile-definition.ts';
import { CaseCourse } from '../../../../../domain/stream/case/case-course.ts';
import { type CaseState, emptyCase } from '../../../../../domain/stream/case/case-state.ts';
import type { CaseWorld } from '../../../../../domain/stream/case/case-world.ts';
import { decideLink } from '../../../../../domain/stream/case/commands/link.ts';
import { evolveCase } from '../../../../../domain/stream/case/evolve-case.ts';
import { oweSync, retractSync, syncKey } from '../../../../../domain/stream/case/owe-sync.ts';
import { definition, now, worldFor } from '../../../../support/bare-world.ts';

const integrations = [
  { id: 'board', connection: 'desk', on: ['submitted', 'state-entered'] },
  { id: 'ledger', connection: 'books', on: ['decided'] },
] as const;

let count = 0;
const world: CaseWorld = {
  ...worldFor('boss'),
  definition: compileDefinition({ ...definition.document, integrations }),
  newId: () => {
    count += 1;
    return `d${count}`;
  },
};
const course = (state: Partial<CaseState> = {}) =>
  new CaseCourse({ ...emptyCase, type: 'thing', ...state }, now, world.actor.actor);

describe('what other systems are owed', () => {
  it('is one effect per integration that is told of the moment, under a name of its own each time', () => {
    const told = course();
    oweSync(told, world, 'submitted');
    oweSync(told, world, 'state-entered', 8_000);
    const { effects = [] } = told.decision();
    expect(effects).toEqual([
      {
        kind: 'sync',
        key: 'sync:board',
        dueAt: now + 8_000,
        payload: { integration: 'board', delivery: `d${count}` },
      },
    ]);
    expect(count).toBe(2);
  });

  it('is nothing where the definition names no integration, or none is told of the moment', () => {
    const told = course();
    oweSync(told, { ...world, definition }, 'submitted');
    oweSync(told, world, 'closed');
    expect(told.decision()).toEqual({ events: [], effects: [], cancel: [] });
  });

  it('is called off with the decision, but for those that know the case or are told of every state', () => {
    const takenBack = (owed: readonly string[], state: Partial<CaseState> = {}) => {
      const taken = course(state);
      retractSync(taken, world, owed);
      const { effects = [], cancel } = taken.decision();
      return { owed: effects.map(({ key, dueAt }) => [key, dueAt]), cancel };
    };
    expect(takenBack([syncKey('ledger'), 'notify:x'])).toEqual({ owed: [], cancel: ['sync:ledger'] });
    expect(takenBack([syncKey('board')])).toEqual({ owed: [['sync:board', now]], cancel: [] });
    const external = { books: { id: '1', link: null } };
    expect(takenBack([syncKey('ledger')], { external })).toEqual({
      owed: [['sync:ledger', now]],
      cancel: [],
    });
    expect(takenBack([], { external })).toEqual({ owed: [], cancel: [] });
  });
});

describe('the record in another system', () => {
  const link = { connection: 'desk', id: '7', link: 'https://desk.example/7' };
  const linked = (state: CaseState, command: Parameters<typeof decideLink>[1]) => decideLink(state, command);

  it('is kept on the case once, without making anybody’s view of it old', () => {
    const decision = linked({ ...emptyCase, type: 'thing' }, link);
    expect(decision.events).toEqual([{ kind: 'linked', data: { type: 'thing', ...link }, raises: false }]);
    const known = { ...emptyCase, external: { desk: { id: '7', link: link.link } } };
    expect(linked(known, link).events).toEqual([]);
    expect(linked(known, { ...link, link: null }).events).toEqual([]);
    expect(linked(known, { ...link, link: 'https://desk.example/other' }).events).toHaveLength(1);
    expect(linked(known, { ...link, id: '8' }).events).toHaveLength(1);
  });

  it('does not take away the time in which a decision may be taken back', () => {
    const happened = (state: CaseState, kind: string, data: object) =>
      evolveCase(state, { kind, at: 2, seq: 2, actor: world.actor.actor, data: { ...data }, human: {} });
    const decided = happened(emptyCase, 'decided', { retractable: { gate: 'g', by: 'boss', until: 9 } });
    const after = happened(decided, 'linked', link);
    expect(after.retractable).toEqual(decided.retractable);
    expect(after.external).toEqual({ desk: { id: '7', link: link.link } });
    expect(happened(after, 'seen', {}).retractable).toBeNull();
  });
});
