import type { Workflow, WorkflowState } from './workflow-schema.ts';

/** Outcomes that end a case otherwise than it was asked for; the way ahead does not lead there. */
const otherwise: ReadonlySet<string> = new Set([
  'rejected',
  'withdrawn',
  'declined',
  'revoked',
  'expired',
  'duplicate',
  'lost',
  'nothing-to-do',
]);

/**
 * The shortest way from a state to an end that the request asks for: the states after it in order, none when it is an end already.
 * Only ordinary transitions count, in the order they are written where two ways are equally long; where no good end can be reached, any.
 */
export function wayAhead(workflow: Workflow, from: string): readonly WorkflowState[] {
  const ends = workflow.states.filter(({ category }) => category === 'done');
  const good = ends.filter(({ outcome }) => outcome === undefined || !otherwise.has(outcome));
  if (ends.some(({ id }) => id === from)) return [];
  return (
    shortest(workflow, from, new Set(good.map(({ id }) => id))) ??
    shortest(workflow, from, new Set(ends.map(({ id }) => id))) ??
    []
  );
}

/** Breadth first: of the ways to an end the one with the fewest stations. */
function shortest(
  workflow: Workflow,
  from: string,
  ends: ReadonlySet<string>,
): readonly WorkflowState[] | undefined {
  const seen = new Set([from]);
  const ways: { readonly at: string; readonly way: readonly WorkflowState[] }[] = [{ at: from, way: [] }];
  for (const { at, way } of ways) {
    if (ends.has(at)) return way;
    for (const to of onward(workflow, at)) {
      const state = workflow.states.find(({ id }) => id === to);
      if (state === undefined || seen.has(to)) continue;
      seen.add(to);
      ways.push({ at: to, way: [...way, state] });
    }
  }
  return undefined;
}

/** Where ordinary transitions lead from a state. */
function onward(workflow: Workflow, from: string): string[] {
  return workflow.transitions.flatMap(({ from: leaves, to, kind = 'normal' }) =>
    kind === 'normal' && leaves.includes(from) ? [to] : [],
  );
}
