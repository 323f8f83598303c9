import type { ApproverDirectory, DecidedMatter } from './approver-directory.ts';
import { type ApproverSource, sourceInWord } from './approver-source-schema.ts';

/** A person a source names, before anybody asks whether they may and can sign. */
export interface Candidate {
  readonly person: string;
  readonly via: string;
}

/** Everybody the sources name, each once, in the order of the sources. */
export function sourcePeople(
  sources: readonly ApproverSource[],
  matter: DecidedMatter,
  directory: ApproverDirectory,
): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const source of sources) {
    const via = sourceInWord(source);
    for (const person of peopleOf(source, matter, directory))
      if (!found.has(person)) found.set(person, { person, via });
  }
  return [...found.values()];
}

function peopleOf(
  source: ApproverSource,
  matter: DecidedMatter,
  directory: ApproverDirectory,
): readonly string[] {
  if ('role' in source) return directory.holdersOf(source.role);
  if ('team' in source) return directory.membersOf(source.team);
  if ('field' in source)
    return idsIn(Object.hasOwn(matter.values, source.field) ? matter.values[source.field] : null);
  const one = 'manager' in source ? directory.person(matter.requester)?.managerId : matter.accountOwner;
  return idsIn(one);
}

function idsIn(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one): one is string => typeof one === 'string' && one !== '');
}
