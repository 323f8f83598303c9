/** Times offered for putting something aside, as a form offers them. */
export interface Later {
  readonly options: readonly { readonly value: string; readonly label: string; readonly when: string }[];
  /** The first and the last day that can be chosen, and the one chosen to begin with, `YYYY-MM-DD`. */
  readonly first: string;
  readonly last: string;
  readonly day: string;
}
