import { projectCase } from '../../../domain/access/project-case.ts';
import type { Viewer } from '../../../domain/access/viewer.ts';
import type { GateState, StandIn, StepState, Vote } from '../../../domain/approval/gate-state.ts';
import type { Json } from '../../../domain/hash/canonical-json.ts';
import { materialFields } from '../../../domain/stream/case/case-basis.ts';
import type { AttachmentRef, CaseState } from '../../../domain/stream/case/case-state.ts';
import { relationsOf } from '../../../domain/stream/case/relations.ts';
import type { LogRow } from '../../ports/log.ts';
import type { CaseDeps } from '../case/case-command.ts';
import { actorOf } from '../case/case-request.ts';
import { stateOn } from '../case/what-moved.ts';

/** What somebody had before them when they signed, as far as whoever asks now may see it. */
export interface SeenThen {
  /** The hash their signature names. */
  readonly basis: string;
  /** Version of the request type it stood on. */
  readonly version: number;
  /** When the answers last changed before it. */
  readonly since: number;
  /** Answers that belong to what is decided on. */
  readonly values: Readonly<Record<string, Json>>;
  readonly files: readonly AttachmentRef[];
  /** How many answers and files are kept from whoever asks. */
  readonly withheld: number;
}

/** By what right somebody signed. */
export interface SeatThen {
  readonly gate: string;
  readonly round: number;
  readonly step: string;
  /** What made them an approver: `role:finance-lead`, `team:legal`, `field:sponsor`, `manager`, `accountOwner`. */
  readonly via: string | null;
  /** Whose seat it was, when it was not their own. */
  readonly for: string | null;
  readonly as: StandIn | null;
  /** Signatures the step needed, and had with this one. */
  readonly needed: number;
  readonly had: number;
}

/** The vote a row records, or followed from by the same command; undefined for anything else. */
export async function voteOf(
  { log }: Pick<CaseDeps['store'], 'log'>,
  row: LogRow,
): Promise<LogRow | undefined> {
  if (row.event.kind === 'voted') return row;
  if (row.event.kind !== 'decided') return undefined;
  const rows = await log.command(row.event.stream, row.event.command.id);
  return rows.find(({ event }) => event.kind === 'voted');
}

/** The seat a vote was cast from. */
export function seatThen({ event }: LogRow): SeatThen | null {
  const gate = event.data['gate'] as GateState | undefined;
  const found = gate?.steps.flatMap((step) => voteIn(step, event.actor.id)).at(-1);
  if (gate === undefined || found === undefined) return null;
  const { step, vote } = found;
  const seat = step.approvers.find(({ person, for: whose }) => person === vote.person && whose === vote.for);
  return {
    gate: gate.gate,
    round: gate.round,
    step: step.id,
    via: seat?.via ?? null,
    for: vote.for ?? null,
    as: vote.as ?? null,
    needed: step.needed,
    had: step.votes.filter(
      ({ decision, retractedAt, late }) =>
        decision === 'approve' && retractedAt === undefined && late === undefined,
    ).length,
  };
}

/** The gate is on record as it stood with this vote: theirs is the last they cast. */
function voteIn(step: StepState, person: string): { step: StepState; vote: Vote }[] {
  const vote = step.votes.findLast((one) => one.person === person);
  return vote === undefined ? [] : [{ step, vote }];
}

/** The answers and files a vote names by its basis; null when the case never stood on it, or is of another type now. */
export async function seenThen(
  deps: Pick<CaseDeps, 'store' | 'definitions'>,
  viewer: Viewer,
  now: { readonly id: string; readonly state: CaseState },
  vote: LogRow,
): Promise<SeenThen | null> {
  const basis = vote.event.data['basis'];
  if (typeof basis !== 'string') return null;
  const then = await stateOn(deps, now.id, basis);
  if (then === undefined || then.type !== now.state.type) return null;
  const relations = relationsOf(now.state, actorOf(viewer));
  const definition = await deps.definitions.byHash(then.definition);
  const present = await deps.definitions.byHash(now.state.definition);
  // What either form keeps from the viewer stays kept.
  const shown = projectCase(then, definition.document.form, viewer, relations);
  const { masked } = projectCase(now.state, present.document.form, viewer, relations);
  const kept = new Set([...shown.masked, ...masked]);
  const material = materialFields(definition);
  const values = Object.entries(shown.values).filter(([id]) => material.has(id) && !kept.has(id));
  const files = shown.attachments.filter(({ field }) => field === null || !kept.has(field));
  const all = Object.keys(then.values).filter((id) => material.has(id)).length;
  return {
    basis,
    version: then.version,
    since: then.updatedAt,
    values: Object.fromEntries(values),
    files,
    withheld: all - values.length + then.attachments.length - files.length,
  };
}
