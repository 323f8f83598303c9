import { assert } from '../../error/assert.ts';
import type { OpenedEvent } from '../event.ts';
import { withoutEnded } from './asides.ts';
import type { CaseState } from './case-state.ts';
import type { Folds } from './evolve/fold.ts';
import { intakeFolds } from './evolve/intake.ts';
import { progressFolds } from './evolve/progress.ts';
import { routingFolds } from './evolve/routing.ts';

const folds: Folds = { ...intakeFolds, ...routingFolds, ...progressFolds };

/** Every kind of event a case's stream may hold. */
export const caseEventKinds: readonly string[] = Object.keys(folds);

/** Kinds of events that happen beside a case: people's `rev` does not count them. */
export const uncountedKinds: ReadonlySet<string> = new Set([
  'linked',
  'watched',
  'unwatched',
  'snoozed',
  'woken',
]);

/** The case after one more event; an erased human value leaves its place empty. */
export function evolveCase(state: CaseState, event: OpenedEvent): CaseState {
  const fold = Object.hasOwn(folds, event.kind) ? folds[event.kind] : undefined;
  assert(fold !== undefined, `a case knows the event ${event.kind}`);
  const next = withoutEnded(fold(state, event));
  // A decision can be taken back only while nothing else has happened since: it is the last event of its command. That another
  // system answered about what it was told before is nothing that happened to the case, nor is what somebody does about it for themselves.
  const keeps = event.kind === 'decided' || uncountedKinds.has(event.kind);
  return { ...next, updatedAt: event.at, retractable: keeps ? next.retractable : null };
}
