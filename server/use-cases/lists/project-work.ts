import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { workOf } from '../../../domain/stream/case/work-rows.ts';
import type { Store } from '../../ports/store.ts';
import type { WorkRow } from '../../ports/work.ts';

/** The inbox rows of a case as it stands. */
export function workRowsOf(caseId: string, state: CaseState): WorkRow[] {
  return workOf(state).map(({ task, token, sort, priority, dueAt }) => ({
    _id: `${caseId}|${task}|${token}`,
    caseId,
    task,
    token,
    list: `${task}:${token}`,
    sort,
    priority,
    dueAt,
  }));
}

/** Brings a case's inbox rows up to the document given, unless later ones are there; other documents are passed by. */
export async function projectWork(store: Pick<Store, 'work'>, doc: Aggregate): Promise<void> {
  if (doc.kind !== 'case') return;
  await store.work.project(doc._id, doc.seq, workRowsOf(doc._id, doc.state as CaseState), 'decided');
}
