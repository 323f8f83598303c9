/** Request types as what a choice offers. */
export const typeOptions = (types: readonly { readonly slug: string; readonly title: string }[]) =>
  types.map(({ slug, title }) => ({ id: slug, label: title }));
