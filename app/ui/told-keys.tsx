import { shownKey } from '../lib/own-keys.ts';
import { useOwnKeys } from '../lib/use-own-keys.ts';

/** Keys of a page that no button wears, by the usual ones, for the sheet of keys behind `?`. */
export function ToldKeys({
  keys,
}: {
  readonly keys: readonly { readonly keys: readonly string[]; readonly does: string }[];
}) {
  const own = useOwnKeys();
  return keys.map(({ keys: names, does }) => (
    <span
      key={does}
      hidden
      data-key={names.map((name) => shownKey(own(name))).join(' / ')}
      data-does={does}
    />
  ));
}
