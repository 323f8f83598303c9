import { type KnownKey, knownKeys, placesMeet } from './key-list.ts';

/** The keys somebody has changed, by the name of the usual one. */
export type OwnKeys = Readonly<Record<string, string>>;

/** The key itself that usually does what is called so: `i` of `g i`. */
const usual = (name: string): string => name.replace(/^g (?=.)/, '');

/** The key that does for this reader what usually `name` does; of `g i` the second. */
export const ownKey = (own: OwnKeys, name: string): string =>
  (Object.hasOwn(own, name) ? own[name] : undefined) ?? usual(name);

/** How a key is written: `Space`, `Shift J`, else the sign on it. */
export function shownKey(key: string): string {
  if (key === ' ') return 'Space';
  return [...key].length === 1 && key !== key.toLowerCase() ? `Shift ${key}` : key;
}

/** The key that a text names; null where it names none. */
function keyIn(text: string): string | null {
  const said = text.trim().normalize('NFC');
  if (/^space$/i.test(said)) return ' ';
  const shifted = /^shift[ +-]?(\p{L})$/iu.exec(said)?.[1];
  if (shifted !== undefined) return shifted.toUpperCase();
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(said) ? said : null;
}

const kept = /^(?:tab|enter|return|esc(?:ape)?|space|backspace|del(?:ete)?|home|end|page.*|arrow.*|f\d+)$/i;

/** What was typed for the keys: those that differ from the usual ones, or what is wrong with which. */
export function ownKeysIn(typed: Readonly<Record<string, string>>): {
  readonly own: OwnKeys;
  readonly wrong: Readonly<Record<string, string>>;
} {
  const own: Record<string, string> = {};
  const wrong: Record<string, string> = {};
  for (const { name } of knownKeys) {
    const text = typed[name]?.trim() ?? '';
    const key = keyIn(text);
    if (text === '' || key === usual(name)) continue;
    if (key === null || key === ' ') wrong[name] = notTaken(text);
    else own[name] = key;
  }
  for (const known of knownKeys) {
    const other = Object.hasOwn(own, known.name) ? sameAs(own, known) : undefined;
    if (other !== undefined)
      wrong[known.name] =
        `“${other.does}” has the key ${shownKey(ownKey(own, known.name))} too. Take another.`;
  }
  return { own, wrong };
}

const notTaken = (text: string): string =>
  kept.test(text)
    ? 'This key is kept for moving about and for typing. Take a letter, a digit or a sign.'
    : 'Give one key: a letter, a digit or a sign.';

/** Another key of the same place that would be the same one. */
const sameAs = (own: OwnKeys, { name, place }: KnownKey): KnownKey | undefined =>
  knownKeys.find(
    (other) =>
      other.name !== name && placesMeet(place, other.place) && ownKey(own, other.name) === ownKey(own, name),
  );

/** Keys as a browser kept them; the usual ones where it kept none that could be given. */
export function keptOwnKeys(text: string): OwnKeys {
  try {
    const said: unknown = JSON.parse(decodeURIComponent(text));
    if (typeof said !== 'object' || said === null) return {};
    const typed = Object.fromEntries(
      Object.entries(said).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    );
    const { own, wrong } = ownKeysIn(typed);
    return Object.keys(wrong).length === 0 ? own : {};
  } catch {
    return {};
  }
}

/** Keys as a browser can keep them; empty for the usual ones. */
export const ownKeysToKeep = (own: OwnKeys): string =>
  Object.keys(own).length === 0 ? '' : encodeURIComponent(JSON.stringify(own));
