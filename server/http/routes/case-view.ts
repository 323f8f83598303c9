import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { asidesOf } from '../../../domain/stream/case/asides.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { dueAtOf } from '../../../domain/stream/case/work-rows.ts';
import type { CaseView } from '../../use-cases/case/get-case.ts';

/** The address of a case. */
export const caseAddress = (id: string): string => `/api/v1/cases/${id}`;

const linksOf = (id: string) => ({
  self: caseAddress(id),
  events: `${caseAddress(id)}/events`,
  routing: `${caseAddress(id)}/routing`,
});

/** Where a case stands: what commands and lists answer. Nothing of what was filled in but its title is in it. */
export function briefOf({ _id: id, rev, state }: Pick<Aggregate<CaseState>, '_id' | 'rev' | 'state'>) {
  const { number, type, title, category, open, outcome, placement, placementReason, owner, queue } = state;
  const { pool, team, accountable, backup, requester, behalf, priority, submittedAt, updatedAt, next } =
    state;
  return {
    id,
    number,
    rev,
    type,
    title,
    state: state.state,
    category,
    open,
    outcome,
    placement,
    placementReason,
    owner,
    queue,
    pool,
    team,
    accountable,
    backup,
    requester,
    behalf,
    priority,
    dueAt: dueAtOf(state),
    submittedAt,
    updatedAt,
    next,
    links: linksOf(id),
  };
}

/** The full view of a case as it is answered. */
export function caseBody(view: CaseView) {
  const { id, rev, shown, clocks, gates, basis, actions, talk, people, dueAt, wait } = view;
  const { state, category, outcome, stateSince, placement, placementReason, epoch, epochCause, hold } = shown;
  return {
    id,
    rev,
    ...plainOf(shown),
    type: { slug: shown.type, title: view.typeTitle, version: shown.version },
    state: { id: state, title: view.stateTitle, category, since: stateSince, outcome },
    placement: {
      kind: placement,
      reason: placementReason,
      epoch,
      cause: epochCause,
      latest: latestOf(shown),
      hold,
      waitsFor: wait === null ? null : { pool: wait.pool, what: wait.what },
      until: wait === null ? (hold?.until ?? null) : wait.until,
    },
    queue: shown.queue === null ? null : { id: shown.queue, title: view.queueTitle },
    team: shown.team === null ? null : { id: shown.team, title: view.teamTitle },
    priority: { value: shown.priority, by: shown.priorityBy },
    dueAt,
    watching: view.watching,
    asides: asidesOf(shown),
    clocks,
    gates,
    basis,
    actions,
    attachments: shown.attachments.map(({ id: file, name, size, digest, by, at, field }) => ({
      id: file,
      name,
      size,
      digest,
      by,
      at,
      field,
      link: `${caseAddress(id)}/attachments/${file}`,
    })),
    ...talk,
    people,
    links: linksOf(id),
  };
}

/** What is answered as it is stored. */
function plainOf(shown: CaseView['shown']) {
  const { number, title, open, owner, pool, accountable, backup, requester, requesterKind, behalf } = shown;
  const { source, proposal, account, territory, lowUrgency, escalation, submittedAt, updatedAt } = shown;
  const { closedAt, assignedAt, seenAt, acceptedAt, firstTouchAt, reassignments, previousOwners } = shown;
  const { watchers, next, values, masked, external } = shown;
  return {
    ...{ number, title, open, owner, pool, accountable, backup, requester, requesterKind, behalf },
    ...{ source, proposal, account, territory, lowUrgency, escalation, submittedAt, updatedAt },
    ...{ closedAt, assignedAt, seenAt, acceptedAt, firstTouchAt, reassignments, previousOwners },
    ...{ watchers, next, values, masked, external },
  };
}

function latestOf({ routed }: CaseView['shown']) {
  const epoch = Math.max(0, ...Object.keys(routed).map(Number));
  const latest = routed[String(epoch)];
  return latest === undefined ? null : { epoch, ...latest };
}
