import { sentenceOf } from '../condition/condition-sentence.ts';
import type { FactCatalogue } from '../fact/fact.ts';
import type { Json } from '../hash/canonical-json.ts';
import { definitionSchema } from './definition-schema.ts';
import { factCatalogueOf } from './fact-catalogue-of.ts';
import type { NamesOfOthers } from './names-of-others.ts';
import { isItemList, isJsonObject, type JsonObject, type Operation } from './operation.ts';
import { operationsBetween } from './operations-between.ts';
import { itemName, partAt, settingName, switchInWords, titleOf } from './part-names.ts';
import { capital, joined, type Speaker, speaker } from './speaker.ts';
import { valueInSentence } from './value-in-sentence.ts';

/** One way in which two definitions differ. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'moved' | 'changed';
  /** Where: keys and ids of items from the top. */
  readonly path: readonly string[];
  /** In plain words, a whole sentence. */
  readonly sentence: string;
}

/**
 * What changed from one document to another, item by item, each in a sentence; documents with problems are compared too.
 * `others` are names of what they point at.
 */
export function differencesBetween(
  before: JsonObject,
  after: JsonObject,
  others: NamesOfOthers = {},
): Difference[] {
  const sides = { before: sideOf(before, others), after: sideOf(after, others) };
  return operationsBetween(before, after).map((operation) => told(operation, sides));
}

interface Side {
  readonly document: JsonObject;
  readonly language: string;
  /** Words for its parts; undefined where the document has not the form of a definition. */
  readonly say: Speaker | undefined;
}

interface Sides {
  readonly before: Side;
  readonly after: Side;
}

const noFacts: FactCatalogue = new Map();

function sideOf(document: JsonObject, others: NamesOfOthers): Side {
  const parsed = definitionSchema.safeParse(document);
  const say = parsed.success
    ? speaker({ document: parsed.data, catalogue: factCatalogueOf(parsed.data) }, others)
    : undefined;
  return { document, language: languageOf(document), say };
}

function languageOf(document: JsonObject): string {
  const language = partAt(partAt(document, 'form'), 'language');
  return typeof language === 'string' ? language : 'en';
}

function told(operation: Operation, sides: Sides): Difference {
  const { path } = operation;
  const place = placeOf(path, operation.op === 'remove' ? sides.before : sides.after);
  const [kind, words] =
    place.item === undefined
      ? aboutSetting(operation, path.at(-1) ?? '', sides)
      : aboutItem(operation, place.item, sides);
  return { kind, path, sentence: `${capital(`${place.where}${words}`)}.` };
}

type Told = readonly [kind: Difference['kind'], words: string];

function aboutSetting(operation: Operation, key: string, sides: Sides): Told {
  const was = 'before' in operation && operation.op !== 'move' ? operation.before : undefined;
  const is = operation.op === 'remove' || operation.op === 'move' ? undefined : operation.after;
  const switched = switchInWords(key, was, is);
  if (switched !== undefined) return ['changed', switched];
  const name = settingName(key);
  if (is === undefined) return ['removed', `removed the ${name}: ${inWords(key, was ?? null, sides.before)}`];
  if (was === undefined) return ['added', `set the ${name} to ${inWords(key, is, sides.after)}`];
  const parts = listChange(key, was, is, sides);
  if (parts !== undefined) return ['changed', `changed the ${name}: ${parts}`];
  return [
    'changed',
    `changed the ${name} from ${inWords(key, was, sides.before)} to ${inWords(key, is, sides.after)}`,
  ];
}

/** Two lists of words by what came and what went; undefined for anything else, and where a list is filled or emptied. */
function listChange(key: string, was: Json, is: Json, sides: Sides): string | undefined {
  if (!isWords(was) || !isWords(is) || was.length === 0 || is.length === 0) return undefined;
  const [left, came] = [was.filter((word) => !is.includes(word)), is.filter((word) => !was.includes(word))];
  const said = (side: Side, words: readonly string[]): string => inWords(key, [...words], side);
  const parts = [
    ...(came.length === 0 ? [] : [`added ${said(sides.after, came)}`]),
    ...(left.length === 0 ? [] : [`removed ${said(sides.before, left)}`]),
  ];
  return parts.length === 0 ? `now in the order ${said(sides.after, is)}` : joined(parts, 'and');
}

function isWords(value: Json): value is readonly string[] & Json {
  return Array.isArray(value) && value.every((word) => typeof word === 'string');
}

function aboutItem(operation: Operation, item: string, { after }: Sides): Told {
  if (operation.op === 'insert') return ['added', `added ${item}${behindOf(operation, after)}`];
  return operation.op === 'move'
    ? ['moved', `moved ${item}${behindOf(operation, after)}`]
    : ['removed', `removed ${item}`];
}

function behindOf(
  { op, path, behind }: Extract<Operation, { readonly behind: string | null }>,
  { document, language }: Side,
): string {
  if (behind === null) return op === 'move' ? ' to the beginning' : ' at the beginning';
  let list: Json | undefined = document;
  for (const key of path.slice(0, -1)) list = partAt(list, key);
  return ` behind “${titleOf(partAt(list, behind), language) ?? behind}”`;
}

interface Place {
  /** The items around it, as the beginning of a sentence. */
  readonly where: string;
  /** The item itself, when the path ends at one. */
  readonly item?: string;
}

function placeOf(path: readonly string[], { document, language }: Side): Place {
  const items: string[] = [];
  let value: Json | undefined = document;
  let atItem = false;
  for (const [index, key] of path.entries()) {
    atItem = isItemList(value) && value.length > 0;
    value = partAt(value, key);
    if (atItem) items.push(itemName(path[index - 1] ?? '', key, value, language));
  }
  const item = atItem ? items.pop() : undefined;
  const where = items.length === 0 ? '' : `in ${items.join(', ')}, `;
  return item === undefined ? { where } : { where, item };
}

const conditionKeys: ReadonlySet<string> = new Set(['when', 'guard', 'required']);

function inWords(key: string, value: Json, { say, language }: Side): string {
  const said = say === undefined ? undefined : valueInSentence(say, key, value);
  if (said !== undefined) return said;
  if (conditionKeys.has(key) && isJsonObject(value)) return `“${sentenceOf(value, noFacts)}”`;
  if (value === null) return 'nothing';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (typeof value === 'string') return `“${value}”`;
  if (Array.isArray(value)) return listInWords(value);
  return isJsonObject(value) ? objectInWords(value, language) : String(value);
}

function listInWords(list: readonly Json[]): string {
  if (list.length === 0) return 'nothing';
  if (list.some((item) => typeof item === 'object')) return `a list of ${list.length}`;
  return joined(list.map(String), 'and');
}

/** One key and one plain value say it all: `role procurement-lead`. */
function objectInWords(value: JsonObject, language: string): string {
  const title = titleOf(value, language);
  if (title !== undefined) return `“${title}”`;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only !== undefined && typeof only[1] !== 'object')
    return only[1] === true ? settingName(only[0]) : `${settingName(only[0])} ${only[1]}`;
  return JSON.stringify(value);
}
