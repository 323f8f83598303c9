import { abilityOf } from '../../../domain/access/ability-of.ts';
import { caseSubject } from '../../../domain/access/case-subject.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { systemRoles } from '../../../domain/stream/person/person-state.ts';
import type { DirectoryReader } from '../directory/directory-reader.ts';

type Case = Pick<Aggregate<CaseState>, '_id' | 'state'>;

/** Passes when everybody active among these may read remarks of those who work on the case. @throws DomainError VALIDATION_FAILED that names who may not. */
export async function requireReadersOfRemarks(
  directory: Pick<DirectoryReader, 'member'>,
  doc: Case,
  people: readonly string[],
): Promise<void> {
  const found = await Promise.all([...new Set(people)].map((id) => outsider(directory, doc, id)));
  const names = found.filter((name) => name !== undefined);
  if (names.length === 0) return;
  const detail = `${listed(names)} cannot read internal comments on this case. Write it for everybody, or leave out ${names.length === 1 ? 'this mention' : 'these mentions'}.`;
  throw new DomainError('VALIDATION_FAILED', detail, { details: [{ pointer: '/mentions', detail }] });
}

/** The name of somebody active who may not read remarks on the case. */
async function outsider(
  directory: Pick<DirectoryReader, 'member'>,
  doc: Case,
  id: string,
): Promise<string | undefined> {
  const member = await directory.member(id);
  if (member?.person.active !== true) return undefined;
  const { kind, roles, teams, name } = member.person;
  const ability = abilityOf({
    personId: id,
    kind,
    systemRoles: systemRoles.filter((role) => roles.includes(role)),
    roles,
    teams,
    pools: member.pools,
    scopes: null,
  });
  return ability.can('readInternal', caseSubject(doc)) ? undefined : name;
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
