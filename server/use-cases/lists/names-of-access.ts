import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { AccessEntry } from '../access-log/record-access.ts';
import type { CaseDeps } from '../case/case-command.ts';
import type { NamesInLog } from './names-in-log.ts';

/** Names for entries of the access log: of who acted and whom it is about, and of the cases that were looked at. */
export async function namesOfAccess(
  { store, directory }: Pick<CaseDeps, 'store' | 'directory'>,
  entries: readonly AccessEntry[],
): Promise<NamesInLog> {
  const told = (name: string): Set<string> =>
    new Set(entries.flatMap(({ what }) => (typeof what[name] === 'string' ? [what[name]] : [])));
  const docs = await store.aggregates.loadMany<CaseState>([...told('case')]);
  const people = new Set([
    ...entries.flatMap(({ person }) => (person === null ? [] : [person])),
    ...told('about'),
  ]);
  const { people: known } = await directory.snapshot({ people: [...people] });
  return {
    people: Object.fromEntries([...known].map(([id, { name }]) => [id, name])),
    cases: Object.fromEntries(
      docs.flatMap(({ _id, kind, state }) => (kind === 'case' ? [[_id, state.number] as const] : [])),
    ),
  };
}
