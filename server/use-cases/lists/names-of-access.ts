import type { Ability } from '../../../domain/access/ability-of.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { AccessEntry } from '../access-log/record-access.ts';
import type { CaseDeps } from '../case/case-command.ts';
import type { NamesInLog } from './names-in-log.ts';
import { titledKinds, titlesOfThings } from './titles-of-things.ts';

/** What ids on a page of the access log stand for. */
export type NamesOfAccess = Pick<NamesInLog, 'people' | 'cases' | 'things'>;

/** Names for entries of the access log: of who acted and whom it is about, and of the cases that were looked at. */
export async function namesOfAccess(
  { store, directory }: Pick<CaseDeps, 'store' | 'directory'>,
  ability: Ability,
  entries: readonly AccessEntry[],
): Promise<NamesOfAccess> {
  const told = (name: string): Set<string> =>
    new Set(entries.flatMap(({ what }) => (typeof what[name] === 'string' ? [what[name]] : [])));
  const docs = await store.aggregates.loadMany<CaseState>([...told('case')]);
  const people = new Set([
    ...entries.flatMap(({ person }) => (person === null ? [] : [person])),
    ...told('about'),
  ]);
  const streams = [...told('stream')].filter((stream) =>
    titledKinds.some((kind) => stream.startsWith(`${kind}:`)),
  );
  const { people: known } = await directory.snapshot({ people: [...people] });
  return {
    people: Object.fromEntries([...known].map(([id, { name }]) => [id, name])),
    cases: Object.fromEntries(
      docs.flatMap(({ _id, kind, state }) => (kind === 'case' ? [[_id, state.number] as const] : [])),
    ),
    things: await titlesOfThings(store, ability, new Set(streams)),
  };
}
