import { slotOf, slottedCases } from '../../../domain/routing/load-slots.ts';
import { ledgerSum } from '../../../domain/routing/pool-ledger.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { routedUnder } from '../../../domain/stream/case/settled-route.ts';
import { isAtRest } from './actions.ts';
import { casesOf, loadsOf, poolsOf, readAny, readLoad } from './documents.ts';
import { type ModelState, Violation } from './model-state.ts';
import type { Scenario } from './scenario.ts';

/** Units by which credits may differ from what decisions add up to, once a share that does not divide was spread. */
const rounding = 64;

/** What holds in every state, and what holds once everything is done. @throws Violation */
export function checkState(scenario: Scenario, state: ModelState): void {
  for (const [id, pool] of poolsOf(state)) {
    if (ledgerSum(pool.state) !== 0) throw new Violation(`the credits of ${id} do not sum to 0`);
  }
  checkOwners(scenario, state);
  checkHolders(state);
  if (isAtRest(state)) checkRest(state);
}

/** Invariant 15: what is owned has its slot, unless it was given by hand and its seat is owed; nobody is picked beyond capacity. */
function checkOwners(scenario: Scenario, state: ModelState): void {
  const picked = new Map<string, number>();
  for (const doc of casesOf(state)) {
    const { open, owner } = doc.state;
    if (!open || owner === null) continue;
    const byHand = state.byHand[doc._id] !== undefined;
    if (!byHand) picked.set(owner, (picked.get(owner) ?? 0) + 1);
    const excused = byHand && doc.effects.some(({ id }) => id === `seat:${owner}`);
    if (slotOf(readLoad(state, owner).state, doc._id) === undefined && !excused)
      throw new Violation(`${owner} owns ${doc._id} and has no slot for it`);
  }
  for (const [person, cases] of picked) {
    const most = scenario.capacity[person] ?? Number.POSITIVE_INFINITY;
    if (cases > most) throw new Violation(`${person} was picked for ${cases} open cases, not ${most}`);
  }
}

/** Invariant 9: a valid lease has one holder. */
function checkHolders(state: ModelState): void {
  const holders = new Set<string>();
  for (const activity of state.processes) {
    if (!('job' in activity)) continue;
    const { doc, effect, token } = activity.job;
    const held = readAny(state, doc).effects.find(({ id }) => id === effect);
    if (held?.token !== token || held.leaseUntil === 0) continue;
    if (holders.has(`${doc} ${effect}`)) throw new Violation(`two hold the lease of ${effect} of ${doc}`);
    holders.add(`${doc} ${effect}`);
  }
}

/** Invariants 3 and 15 at rest. */
function checkRest(state: ModelState): void {
  for (const doc of casesOf(state)) checkResting(state, doc);
  for (const [person, load] of loadsOf(state)) {
    const owned = casesOf(state)
      .filter((doc) => doc.state.open && doc.state.owner === person)
      .map(({ _id }) => _id);
    const slots = slottedCases(load.state).sort();
    if (slots.join() !== owned.sort().join())
      throw new Violation(`at rest ${person} owns [${owned}] and has slots for [${slots}]`);
  }
  for (const [id, pool] of poolsOf(state)) {
    const pending = Object.keys(pool.state.picks);
    if (pending.length > 0) throw new Violation(`at rest ${id} still has the picks ${pending}`);
    checkCredits(state, id, pool.state.credits);
  }
}

function checkResting(state: ModelState, doc: Aggregate<CaseState>): void {
  const { open, epoch, owner, placement } = doc.state;
  if (!open) return;
  if (routedUnder(doc.state, epoch) === undefined)
    throw new Violation(`at rest ${doc._id} is undecided under epoch ${epoch}`);
  if (owner === null && placement !== 'waiting')
    throw new Violation(`at rest ${doc._id} is ${placement} and nobody has it`);
  if (owner !== null && !state.byHand[doc._id] !== undefined && !isActive(state, owner))
    throw new Violation(`at rest ${doc._id} is left with ${owner}, who works here no more`);
}

function isActive(state: ModelState, person: string): boolean {
  return (readAny(state, `person:${person}`) as Aggregate<{ active: boolean }>).state.active;
}

/** The credits reflect exactly the decisions that stand. */
function checkCredits(state: ModelState, pool: string, credits: Readonly<Record<string, number>>): void {
  const standing = state.standing[pool] ?? {};
  for (const person of new Set([...Object.keys(credits), ...Object.keys(standing)])) {
    const owed = (credits[person] ?? 0) - (standing[person] ?? 0);
    if (Math.abs(owed) > rounding)
      throw new Violation(
        `at rest ${person} has ${owed} more credit in ${pool} than the decisions that stand`,
      );
  }
}
