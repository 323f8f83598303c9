import type { Viewer } from '../../../domain/access/viewer.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { LogRow } from '../../ports/log.ts';
import type { CaseDeps } from '../case/case-command.ts';
import { sensitiveAmong } from '../case/sensitive-among.ts';
import { type NamesInLog, namesInLog } from '../lists/names-in-log.ts';
import { type ChainPlace, chainPlace } from './chain-place.ts';
import { type SeatThen, type SeenThen, seatThen, seenThen, voteOf } from './evidence-of-vote.ts';
import { RowsForViewer } from './rows-for-viewer.ts';

/** Everything that can be shown for one row of the log. */
export interface LogEvidence {
  readonly row: LogRow;
  readonly names: NamesInLog;
  readonly chain: ChainPlace;
  /** The case as it is known now; null for rows of anything else, and for a case that is not for the viewer. */
  readonly case: {
    readonly id: string;
    readonly number: string;
    readonly type: string;
    readonly version: number;
    readonly definition: string;
  } | null;
  /** What a vote was made on, and from which seat; null for anything else. */
  readonly seen: SeenThen | null;
  readonly seat: SeatThen | null;
  /** Fields marked sensitive whose answers are shown, by case. */
  readonly sensitive: ReadonlyMap<string, readonly string[]>;
}

/** One row with what it rests on, masked as every list of the log is. @throws DomainError NOT_FOUND. */
export async function logEvidence(
  deps: Pick<CaseDeps, 'store' | 'definitions' | 'directory'>,
  viewer: Viewer,
  position: number,
): Promise<LogEvidence> {
  const [stored] = await deps.store.log.read(position - 1, 1);
  if (stored === undefined || stored.position !== position)
    throw new DomainError('NOT_FOUND', 'There is no such event in the log.');
  const vote = await voteOf(deps.store, stored);
  const view = new RowsForViewer(deps, viewer);
  const [row = stored] = await view.of([stored]);
  const { stream } = stored.event;
  const shown = view.viewOf(stream);
  const doc = shown === undefined ? undefined : await deps.store.aggregates.load<CaseState>(stream);
  const seen =
    doc === undefined || vote === undefined
      ? null
      : await seenThen(deps, viewer, { id: stream, state: doc.state }, vote);
  const asked = vote === undefined ? [row] : [row, ...(await view.of([vote]))];
  const sensitive = new Map(view.sensitiveIn([row]));
  if (shown !== undefined && seen !== null) {
    const fields = [...(sensitive.get(stream) ?? []), ...sensitiveAmong(shown, Object.keys(seen.values))];
    sensitive.set(stream, [...new Set(fields)]);
  }
  return {
    row,
    names: await namesInLog(deps, view, asked),
    chain: await chainPlace(deps.store, stored),
    case: doc === undefined ? null : faceOf(stream, doc.state),
    seen,
    seat: vote === undefined || shown === undefined ? null : seatThen(vote),
    sensitive,
  };
}

const faceOf = (id: string, { number, type, version, definition }: CaseState) => ({
  ...{ id, number, type, version, definition },
});
