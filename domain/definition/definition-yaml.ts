import { Document, isCollection, parseDocument, visit, type YAMLError } from 'yaml';
import { DomainError } from '../error/domain-error.ts';
import { isBoundedJson, isRecord } from '../form/bounded-json.ts';
import type { Json } from '../hash/canonical-json.ts';

/** The most a definition takes as text, in UTF-8 bytes. */
export const definitionBytes = 2 * 1024 * 1024;

const maxDepth = 120;
const maxAliases = 100;
/** More than any text leaves open within its words. */
const maxOpenBrackets = 2000;
/** Collections that fit in so many characters stand on one line. */
const oneLine = 96;

/**
 * The document a YAML text stands for: YAML 1.2 without tags of one's own, every key once, all of it JSON.
 * @throws DomainError TOO_LARGE; MALFORMED with line and column (from 1) in its data.
 */
export function readDefinitionYaml(text: string): unknown {
  if (new TextEncoder().encode(text).length > definitionBytes)
    throw new DomainError('TOO_LARGE', 'A definition takes 2 MB at most.');
  if (isHostile(text)) throw malformed('It is nested too deeply', { line: 1, column: 1 });
  const document = whole(() =>
    parseDocument(text, {
      version: '1.2',
      schema: 'core',
      strict: true,
      stringKeys: true,
      logLevel: 'error',
    }),
  );
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw refusalAt(problem);
  const json = whole(() => document.toJS({ maxAliasCount: maxAliases }));
  if (!isBoundedJson(json, maxDepth))
    throw malformed('It holds a number that is none, or more than 120 levels', { line: 1, column: 1 });
  return json;
}

/** Nesting no definition has, which a parser would take long to give up on. */
function isHostile(text: string): boolean {
  if (/(?:[-?][ \t]+){200}/.test(text)) return true;
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > maxOpenBrackets) return true;
  }
  return false;
}

/** What the parser says about hostile nesting and too many aliases is no bug of ours. */
function whole<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const why = error instanceof RangeError ? 'It is nested too deeply' : 'It repeats too much by aliases';
    throw malformed(why, { line: 1, column: 1 });
  }
}

function refusalAt(problem: YAMLError): DomainError {
  const at = problem.linePos?.[0] ?? { line: 1, col: 1 };
  const [words = ''] = problem.message.split(/ at line \d+, column \d+/);
  return malformed(words, { line: at.line, column: at.col });
}

function malformed(why: string, at: { readonly line: number; readonly column: number }): DomainError {
  return new DomainError('MALFORMED', `Line ${at.line}, column ${at.column}: ${why}.`, {
    details: [{ pointer: '', detail: why }],
    data: at,
  });
}

/** The one way a document is written as YAML: the same document always gives the same text, and reading it gives the same document. */
export function writeDefinitionYaml(document: Json): string {
  const tree = new Document(ordered(document), {
    version: '1.2',
    schema: 'core',
    aliasDuplicateObjects: false,
  });
  visit(tree, {
    Collection(_key, node, path) {
      // The root stays a block, so that a file begins as people expect.
      if (path.length > 1 && isCollection(node) && fitsOneLine(node.toJSON())) node.flow = true;
    },
  });
  return tree.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function fitsOneLine(json: unknown): boolean {
  const text = JSON.stringify(json);
  return text.length <= oneLine && !text.includes('\\n');
}

const firstKeys = [
  ...[
    'format',
    'slug',
    'id',
    'kind',
    'op',
    'title',
    'caseTitle',
    'name',
    'label',
    'summary',
    'category',
    'keywords',
    'prefix',
  ],
  ...['owner', 'backup', 'who', 'reason', 'help', 'language', 'currencies', 'lists', 'sections', 'fields'],
  ...[
    'initial',
    'states',
    'transitions',
    'form',
    'workflow',
    'queues',
    'chains',
    'gates',
    'clocks',
    'priority',
  ],
  ...['scores', 'provided', 'integrations', 'expiry', 'tests', 'at', 'input', 'expect'],
  ...['from', 'when', 'match', 'screen', 'suppress', 'rules', 'default', 'to'],
];
const rank: ReadonlyMap<string, number> = new Map(firstKeys.map((key, index) => [key, index]));

/** Keys in the order people read them: those known first, the others by code unit. */
function ordered(json: Json): unknown {
  if (Array.isArray(json)) return json.map((item: Json) => ordered(item));
  if (!isRecord(json)) return json;
  const keys = Object.keys(json).sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
  return new Map(keys.map((key) => [key, ordered((json as Readonly<Record<string, Json>>)[key] ?? null)]));
}

function rankOf(key: string): number {
  return rank.get(key) ?? firstKeys.length;
}
