import type { z } from 'zod';
import { blocks, type Problem } from '../error/problem.ts';
import { escapePointer } from '../form/escape-pointer.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Stands for “this schema has no words of its own”; pass it as the error of the parse whose issues are read here. */
export const noWords = '\u0000';

const mostProblems = 200;

/** What a schema refused, as problems in plain words with their places; at most 200. */
export function parseProblems(document: unknown, issues: readonly Issue[]): Problem[] {
  return issues
    .flatMap((issue) => problemsOf(document, issue, []))
    .filter(isNotImplied)
    .slice(0, mostProblems);
}

/** A person in the place of a role is said once; that the role is missing follows from it. */
function isNotImplied(problem: Problem, _index: number, all: readonly Problem[]): boolean {
  if (!problem.pointer.endsWith('/role')) return true;
  const sibling = `${problem.pointer.slice(0, -'role'.length)}person`;
  return !all.some(({ pointer }) => pointer === sibling);
}

function problemsOf(document: unknown, issue: Issue, above: Path): Problem[] {
  const path = [...above, ...issue.path];
  const at = pointerOf(path);
  const value = valueAt(document, path);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(at, key));
  if (issue.code === 'invalid_union') {
    if (namesPerson(value)) return [personNamed(at)];
    if (value !== undefined && issue.message === noWords) return unionProblems(document, issue, path);
  }
  if (value === undefined) return [missing(path, issue)];
  if (issue.message !== noWords) return [blocks(at, `${shown(value)} cannot stand here`, issue.message)];
  return [blocks(at, ...wordsOf(issue, value))];
}

function unknownKey(at: string, key: string): Problem {
  if (key === 'person') return personNamed(at);
  return blocks(
    `${at}/${escapePointer(key)}`,
    `“${key}” is not a word that is known here`,
    'remove it, or correct how it is written',
  );
}

function personNamed(at: string): Problem {
  return blocks(
    `${at}/person`,
    'a person is named where a role belongs',
    'name a role, {role: …}, and give the person that role',
  );
}

function namesPerson(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'person');
}

/** What to give for things people forget, by the key. */
const mendsOfMissing: Readonly<Record<string, string>> = {
  default: 'say where a case goes that no rule placed, such as default: {to: {queue: inbox}}',
  owner: 'name the role that answers for it: {role: …}',
  backup: 'name the role that stands in: {role: …}',
  format: 'begin the document with format: 1',
};

function missing(path: Path, issue: Issue): Problem {
  const key = String(path.at(-1) ?? 'the definition');
  const own = issue.message === noWords ? undefined : issue.message;
  const wanted = issue.code === 'invalid_type' ? expected(issue.expected) : 'a value';
  return blocks(
    pointerOf(path),
    `“${key}” is missing`,
    mendsOfMissing[key] ?? own ?? `add ${key}, which is ${wanted}`,
  );
}

function unionProblems(
  document: unknown,
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
): Problem[] {
  const at = pointerOf(path);
  const value = valueAt(document, path);
  if (issue.discriminator !== undefined && 'options' in issue)
    return [
      blocks(
        at,
        `${shown(value)} is not one of those known here`,
        `choose one of ${(issue.options ?? []).map(String).join(', ')}`,
      ),
    ];
  const fitting = issue.errors.filter(
    (branch) => !branch.some(({ code, path: inner }) => code === 'invalid_type' && inner.length === 0),
  );
  const closest = fitting.toSorted((a, b) => a.length - b.length)[0];
  if (closest !== undefined) return closest.flatMap((inner) => problemsOf(document, inner, path));
  const kinds = issue.errors.flatMap((branch) =>
    branch.flatMap((inner) => (inner.code === 'invalid_type' ? [expected(inner.expected)] : [])),
  );
  return [blocks(at, `${shown(value)} cannot stand here`, `give ${[...new Set(kinds)].join(' or ')}`)];
}

/** The problem and the mend of an issue whose schema has no words of its own. */
function wordsOf(issue: Issue, value: unknown): [message: string, mend: string] {
  switch (issue.code) {
    case 'invalid_type':
      return [`${shown(value)} cannot stand here`, `give ${expected(issue.expected)}`];
    case 'too_big':
      return [`${extent(value)} is too much`, `${measure(issue.origin)} ${issue.maximum} at most`];
    case 'too_small':
      return [`${extent(value)} is too little`, `${measure(issue.origin)} ${issue.minimum} at least`];
    case 'invalid_value':
      return [`${shown(value)} is not known here`, `choose ${issue.values.map(String).join(', ')}`];
    case 'invalid_format':
      return [`${shown(value)} is not written as it has to be`, `write it as ${formatName(issue.format)}`];
    default:
      return ['this cannot be used', 'issues' in issue ? wordsWithin(issue.issues) : 'correct or remove it'];
  }
}

function wordsWithin(issues: readonly Issue[]): string {
  return issues.find(({ message }) => message !== noWords)?.message ?? 'choose another name';
}

const formatNames: Readonly<Record<string, string>> = {
  date: 'YYYY-MM-DD',
  datetime: 'a moment such as 2026-03-02T10:00:00Z',
  regex: 'its kind asks for',
};

const formatName = (format: string): string => formatNames[format] ?? format;

const expectedWords: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

const expected = (kind: string): string => expectedWords[kind] ?? kind;

function measure(origin: string): string {
  if (origin === 'string') return 'characters:';
  return origin === 'array' ? 'items:' : 'give';
}

function extent(value: unknown): string {
  if (typeof value === 'string') return `a text of ${value.length} characters`;
  return Array.isArray(value) ? `a list of ${value.length}` : shown(value);
}

/** A value in a few words. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'string') return `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`;
  return String(value);
}

function pointerOf(path: Path): string {
  return path.map((part) => `/${escapePointer(String(part))}`).join('');
}

function valueAt(document: unknown, path: Path): unknown {
  let value: unknown = document;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = Reflect.get(value, part);
  }
  return value;
}
