/** Keys of a page that no button wears, for the sheet of keys behind `?`. */
export function ToldKeys({
  keys,
}: {
  readonly keys: readonly { readonly key: string; readonly does: string }[];
}) {
  return keys.map(({ key, does }) => <span key={key} hidden data-key={key} data-does={does} />);
}
