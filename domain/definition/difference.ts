import { sentenceOf } from '../condition/condition-sentence.ts';
import type { FactCatalogue } from '../fact/fact.ts';
import type { Json } from '../hash/canonical-json.ts';
import { definitionSchema } from './definition-schema.ts';
import { factCatalogueOf } from './fact-catalogue-of.ts';
import { isItemList, isJsonObject, type JsonObject, type Operation } from './operation.ts';
import { operationsBetween } from './operations-between.ts';
import { itemName, partAt, settingName, titleOf } from './part-names.ts';

/** One way in which two definitions differ. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'moved' | 'changed';
  /** Where: keys and ids of items from the top. */
  readonly path: readonly string[];
  /** In plain words, a whole sentence. */
  readonly sentence: string;
}

/** What changed from one document to another, item by item, each in a sentence; documents with problems are compared too. */
export function differencesBetween(before: JsonObject, after: JsonObject): Difference[] {
  const side = (document: JsonObject): Side => ({
    document,
    catalogue: catalogueOf(document),
    language: languageOf(document),
  });
  const sides = { before: side(before), after: side(after) };
  return operationsBetween(before, after).map((operation) => told(operation, sides));
}

interface Side {
  readonly document: JsonObject;
  readonly catalogue: FactCatalogue;
  readonly language: string;
}

interface Sides {
  readonly before: Side;
  readonly after: Side;
}

function catalogueOf(document: JsonObject): FactCatalogue {
  const parsed = definitionSchema.safeParse(document);
  return parsed.success ? factCatalogueOf(parsed.data) : new Map();
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
      ? aboutSetting(operation, settingName(path.at(-1) ?? ''), sides)
      : aboutItem(operation, place.item);
  return { kind, path, sentence: whole(`${place.where}${words}`) };
}

type Told = readonly [kind: Difference['kind'], words: string];

function aboutSetting(operation: Operation, setting: string, sides: Sides): Told {
  const said = (side: Side, value: Json): string => inWords(operation.path.at(-1) ?? '', value, side);
  if (operation.op === 'remove')
    return ['removed', `removed the ${setting} ${said(sides.before, operation.before)}`];
  const is = 'after' in operation ? said(sides.after, operation.after) : '';
  if (operation.op !== 'set' || operation.before === undefined)
    return ['added', `added the ${setting} ${is}`];
  return ['changed', `changed the ${setting} from ${said(sides.before, operation.before)} to ${is}`];
}

function aboutItem(operation: Operation, item: string): Told {
  if (operation.op === 'insert') return ['added', `added ${item}${after(operation.behind)}`];
  return operation.op === 'move'
    ? ['moved', `moved ${item}${operation.behind === null ? ' to the beginning' : after(operation.behind)}`]
    : ['removed', `removed ${item}`];
}

const after = (behind: string | null): string =>
  behind === null ? ' at the beginning' : ` behind “${behind}”`;

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

function inWords(key: string, value: Json, { catalogue, language }: Side): string {
  if (conditionKeys.has(key) && isJsonObject(value)) return `“${sentenceOf(value, catalogue)}”`;
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
  return list.map(String).join(', ');
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

function whole(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
