/** What a definition's references are called in the directory, by id; what has no name here is called by its id. */
export interface NamesOfOthers {
  readonly roles?: Readonly<Record<string, string>>;
  readonly teams?: Readonly<Record<string, string>>;
  readonly calendars?: Readonly<Record<string, string>>;
  readonly pools?: Readonly<Record<string, { readonly title: string; readonly strategy: string }>>;
}
