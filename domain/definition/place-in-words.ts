import type { Json } from '../hash/canonical-json.ts';
import { isJsonObject, type JsonObject } from './operation.ts';
import { itemName, settingName } from './part-names.ts';
import { capital } from './speaker.ts';

/** Where an RFC 6901 pointer leads in a definition, in words: `Chain “Intake”, rule “Software in EMEA”, target`. */
export function placeInWords(document: JsonObject, pointer: string): string {
  const language = languageOf(document);
  const words: string[] = [];
  let value: Json | undefined = document;
  let list = '';
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(value)) {
      const item: Json | undefined = value[Number(key)];
      words.push(itemWord(list, key, item, language));
      value = item;
    } else {
      value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
      // A list is named by its items.
      if (!Array.isArray(value) && !parts.has(key)) words.push(settingName(key));
      list = key;
    }
  }
  if (Array.isArray(value) && list !== '') words.push(settingName(list));
  return capital(words.length === 0 ? 'the whole definition' : words.join(', '));
}

/** Parts that only hold lists say nothing of a place. */
const parts: ReadonlySet<string> = new Set(['form', 'workflow']);

function languageOf({ form }: JsonObject): string {
  return isJsonObject(form) && typeof form['language'] === 'string' ? form['language'] : 'en';
}

function itemWord(list: string, index: string, item: Json | undefined, language: string): string {
  const id = isJsonObject(item) && typeof item['id'] === 'string' ? item['id'] : undefined;
  return id === undefined
    ? `${settingName(list)}, entry ${Number(index) + 1}`
    : itemName(list, id, item, language);
}
