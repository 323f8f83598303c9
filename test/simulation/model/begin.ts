import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { freshAggregate } from '../../../domain/stream/apply-decision.ts';
import { caseStream } from '../../../domain/stream/case/case-stream.ts';
import { decideSubmit } from '../../../domain/stream/case/commands/submit.ts';
import { loadStream } from '../../../domain/stream/load/load-stream.ts';
import { poolStream } from '../../../domain/stream/pool/pool-stream.ts';
import { worldFor } from '../../support/bare-world.ts';
import { decidedCase } from './documents.ts';
import type { ModelState } from './model-state.ts';
import { peopleOf, type Scenario } from './scenario.ts';

/** Every case submitted and owing its routing, nobody at work yet. */
export function begin(scenario: Scenario): ModelState {
  const docs: Record<string, Aggregate> = {};
  for (let i = 1; i <= scenario.cases; i += 1) docs[`c${i}`] = submitted(`c${i}`);
  for (const [id, people] of Object.entries(scenario.pools)) {
    const members = people.map((person) => ({ person, weight: scenario.weights?.[person] ?? 1 }));
    const credits = Object.fromEntries(people.map((person) => [person, 0]));
    const fresh = freshAggregate(poolStream, `pool:${id}`);
    const state = { ...fresh.state, active: true, strategy: 'weighted' as const, salt: id, members, credits };
    docs[`pool:${id}`] = { ...fresh, _v: 1, state };
  }
  for (const person of peopleOf(scenario)) {
    docs[`load:${person}`] = { ...freshAggregate(loadStream, `load:${person}`), _v: 1 };
    docs[`person:${person}`] = {
      ...freshAggregate({ ...loadStream, kind: 'person' }, `person:${person}`),
      _v: 1,
      state: { active: true },
    };
  }
  return {
    docs,
    processes: Array.from({ length: scenario.workers + 1 }, () => ({ at: 'idle' }) as const),
    budget: scenario.budget,
    byHand: {},
    standing: {},
  };
}

function submitted(id: string): Aggregate {
  const command = {
    number: id,
    version: 1,
    requester: 'asker',
    requesterKind: 'person',
    behalf: null,
    source: 'form',
    values: {},
    scores: {},
    proposal: null,
    title: 'Thing',
    searchable: [],
    duplicateKeys: [],
  } as const;
  const decision = decideSubmit(command, worldFor('asker'));
  const doc = decidedCase(freshAggregate(caseStream, id), decision, 'submit');
  const effects = doc.effects.map((effect) => ({ ...effect, dueAt: 0 }));
  return { ...doc, _v: 1, tail: [], head: '', logged: doc.seq, effects };
}
