/** What each field of a connection is called, by the name the API points to. */
export function labelsOf(form: {
  readonly fields: readonly { readonly name: string; readonly label: string }[];
  readonly secrets: readonly { readonly name: string; readonly label: string }[];
}): Readonly<Record<string, string>> {
  return {
    id: 'Short name',
    title: 'Title',
    eventKinds: 'Tell it when',
    roles: 'It sees what these roles see',
    types: 'For these request types',
    reason: 'Why',
    ...Object.fromEntries(form.fields.map(({ name, label }) => [name, label])),
    ...Object.fromEntries(form.secrets.map(({ name, label }) => [`secrets/${name}`, label])),
  };
}
