import type { Ability } from '../../../domain/access/ability-of.ts';
import { textIn } from '../../../domain/form/text-schema.ts';
import { wayAhead } from '../../../domain/workflow/way-ahead.ts';
import type { WorkflowState } from '../../../domain/workflow/workflow-schema.ts';
import { wholeHistory } from '../directory/read-object.ts';
import type { CaseDeps } from './case-command.ts';
import { actorOf } from './case-request.ts';
import { gatherWorld } from './gather-world.ts';
import { type PathGate, pathGates } from './path-gates.ts';
import { getReadableCase } from './readable-case.ts';

/** One station of the way a case takes. */
export interface PathStation {
  readonly state: string;
  readonly title: string;
  readonly category: WorkflowState['category'];
  readonly at: 'passed' | 'here' | 'ahead';
  /** When it came here, epoch milliseconds; null where it has not been. */
  readonly since: number | null;
  readonly gates: readonly PathGate[];
}

/** Stations kept of a case that went back and forth. */
const longest = 12;

/** Where a case has been, where it is, and the shortest way on to what was asked for. @throws DomainError NOT_FOUND. */
export async function casePath(
  deps: CaseDeps,
  ability: Ability,
  caseId: string,
): Promise<readonly PathStation[]> {
  const { doc, definition } = await getReadableCase(deps, ability, caseId);
  const { document, states } = definition;
  const { language } = document.form;
  const { world } = await gatherWorld(
    deps,
    { state: doc.state, definition, caseId },
    actorOf(ability.viewer),
  );
  const gatesIn = await pathGates(deps, doc.state, world);
  const station = (state: string, since: number | null, at: PathStation['at']): PathStation => ({
    state,
    title: textIn(states.get(state)?.title ?? state, language),
    category: states.get(state)?.category ?? 'new',
    at,
    since,
    gates: gatesIn(state, at),
  });
  const passed = await entriesOf(deps, caseId);
  const here = passed.at(-1)?.since ?? doc.state.stateSince;
  const before = withoutReturns(passed.slice(0, -1), doc.state.state);
  const ahead = doc.state.open ? wayAhead(document.workflow, doc.state.state) : [];
  return [
    ...before.slice(-longest).map(({ state, since }) => station(state, since, 'passed')),
    station(doc.state.state, here, 'here'),
    ...ahead.map(({ id }) => station(id, null, 'ahead')),
  ];
}

interface Entry {
  readonly state: string;
  readonly since: number;
}

async function entriesOf({ store }: Pick<CaseDeps, 'store'>, caseId: string): Promise<Entry[]> {
  const found: Entry[] = [];
  for await (const { kind, at, data } of wholeHistory(store, caseId))
    if (kind === 'state-entered') found.push({ state: String(data['state']), since: at });
  return found;
}

/** A case that came back to a station begins there again: what lay in between is told by its events. */
function withoutReturns(entries: readonly Entry[], now: string): Entry[] {
  const way: Entry[] = [];
  for (const entry of entries) {
    const earlier = way.findIndex(({ state }) => state === entry.state);
    if (earlier >= 0) way.length = earlier;
    way.push(entry);
  }
  const earlier = way.findIndex(({ state }) => state === now);
  return earlier < 0 ? way : way.slice(0, earlier);
}
