import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { applyDecision } from '../../../domain/stream/apply-decision.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { caseStream } from '../../../domain/stream/case/case-stream.ts';
import { routedUnder } from '../../../domain/stream/case/settled-route.ts';
import type { Decision } from '../../../domain/stream/decision.ts';
import type { LoadState } from '../../../domain/stream/load/load-stream.ts';
import type { PoolState } from '../../../domain/stream/pool/pool-stream.ts';
import type { StreamSpec } from '../../../domain/stream/stream-spec.ts';
import { now } from '../../support/bare-world.ts';
import { type ModelState, Violation } from './model-state.ts';

/** The document as it is in the store at this moment. */
function read<S>(state: ModelState, id: string): Aggregate<S> {
  const doc = state.docs[id];
  if (doc === undefined) throw new Violation(`${id} does not exist`);
  return doc as Aggregate<S>;
}

export const readCase = (state: ModelState, id: string): Aggregate<CaseState> => read(state, id);
export const readPool = (state: ModelState, id: string): Aggregate<PoolState> => read(state, `pool:${id}`);
export const readLoad = (state: ModelState, person: string): Aggregate<LoadState> =>
  read(state, `load:${person}`);
export const readAny = (state: ModelState, id: string): Aggregate => read(state, id);

/** Every case, in the order they were submitted. */
export function casesOf(state: ModelState): Aggregate<CaseState>[] {
  return Object.values(state.docs).filter((doc): doc is Aggregate<CaseState> => doc.kind === 'case');
}

/** Every pool by its id. */
export function poolsOf(state: ModelState): [string, Aggregate<PoolState>][] {
  return Object.values(state.docs)
    .filter((doc): doc is Aggregate<PoolState> => doc.kind === 'pool')
    .map((doc) => [doc._id.slice('pool:'.length), doc]);
}

/** Every load by its person. */
export function loadsOf(state: ModelState): [string, Aggregate<LoadState>][] {
  return Object.values(state.docs)
    .filter((doc): doc is Aggregate<LoadState> => doc.kind === 'load')
    .map((doc) => [doc._id.slice('load:'.length), doc]);
}

/**
 * Compare-and-set: the state with the document stored, or undefined when somebody was faster. Whatever is owed is due at
 * once, so that the model may run it at any time; a lease that ran out meanwhile stays run out.
 */
export function replace(state: ModelState, next: Aggregate, checked = true): ModelState | undefined {
  const before = readAny(state, next._id);
  if (checked && before._v !== next._v) return undefined;
  const effects = next.effects.map((effect) => {
    const same = before.effects.find((other) => other.id === effect.id && other.token === effect.token);
    return { ...effect, dueAt: 0, leaseUntil: same === undefined ? effect.leaseUntil : same.leaseUntil };
  });
  const stored = { ...next, _v: before._v + 1, effects, tail: [], head: '', logged: next.seq };
  return { ...state, docs: { ...state.docs, [next._id]: stored } };
}

/** Changes a document where it lies, without a write: what happens by itself, such as a lease running out. */
export function alter(
  state: ModelState,
  id: string,
  change: (effect: Aggregate['effects'][number]) => Aggregate['effects'][number],
): ModelState {
  const doc = readAny(state, id);
  return { ...state, docs: { ...state.docs, [id]: { ...doc, effects: doc.effects.map(change) } } };
}

/** The document after a decision; effects the protocol knows nothing of are left out. */
export function decided<S>(
  spec: StreamSpec<S>,
  doc: Aggregate<S>,
  decision: Decision,
  commandId: string,
): Aggregate<S> {
  const effects = (decision.effects ?? []).filter(({ kind }) => kind === 'route' || kind === 'seat');
  return applyDecision(
    spec,
    doc,
    { ...decision, effects },
    {
      now,
      actor: { kind: 'system', id: 'model' },
      command: { id: commandId, body: '' },
      salt: () => 'salt',
    },
  );
}

/** A case after a decision. @throws Violation when that routes an epoch a second time. */
export function decidedCase(
  doc: Aggregate<CaseState>,
  decision: Decision,
  commandId: string,
): Aggregate<CaseState> {
  const seen = new Set(Object.keys(doc.state.routed));
  for (const event of decision.events) {
    if (event.kind !== 'routed') continue;
    const epoch = String(event.data['epoch']);
    if (seen.has(epoch)) throw new Violation(`${doc._id} is routed twice under epoch ${epoch}`);
    seen.add(epoch);
  }
  const next = decided(caseStream, doc, decision, commandId);
  if (next.state.open && next.state.owner === null && next.state.placement === 'assigned')
    if (routedUnder(next.state, next.state.epoch) !== undefined)
      throw new Violation(`${doc._id} counts as assigned and nobody has it`);
  return next;
}
