import type { Viewer } from '../../../domain/access/viewer.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { LogRow } from '../../ports/log.ts';
import type { Store } from '../../ports/store.ts';
import { withoutValues } from '../lists/log-page.ts';

/**
 * Rows of the log as somebody who reads all of it is shown them: values of forms are read on the case, where the form says who sees them,
 * and remarks of those who work on a request are not for the person it is about, auditor or not.
 */
export function logRowsFor(
  store: Pick<Store, 'aggregates'>,
  viewer: Viewer,
): (rows: readonly LogRow[]) => Promise<LogRow[]> {
  return async (rows) => {
    const remarks = rows.filter(isRemark).map(({ event }) => event.stream);
    const docs =
      remarks.length === 0 ? [] : await store.aggregates.loadMany<CaseState>([...new Set(remarks)]);
    const own = new Set(
      docs.filter(({ state }) => (state.behalf ?? state.requester) === viewer.personId).map(({ _id }) => _id),
    );
    return rows.map((row) => {
      const shown = withoutValues(row);
      return isRemark(row) && own.has(row.event.stream) ? { ...shown, sealed: {} } : shown;
    });
  };
}

const isRemark = ({ event }: LogRow): boolean =>
  event.kind === 'commented' && event.data['visibility'] === 'internal';
