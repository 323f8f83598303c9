/** What a form of an action asks for besides its verb. */
export interface Needs {
  /** A text: a comment, a reason, a question. */
  readonly text?: { readonly label: string; readonly required: boolean; readonly hint?: string };
  readonly person?: { readonly label: string; readonly required: boolean };
  readonly priority?: number;
  readonly gates?: readonly { readonly id: string; readonly title: string }[];
}

/** Something that can be done to a case, or cannot, with the reason. */
export interface Offered {
  /** In the address: `?do=approve`. */
  readonly id: string;
  readonly label: string;
  readonly icon: string;
  /** The key that opens it. */
  readonly shortcut?: string;
  readonly primary?: true;
  /** In the menu behind the three dots. */
  readonly behind?: true;
  /** Offered where it is about, not among the others. */
  readonly apart?: true;
  /** Why it cannot be done now; absent when it can. */
  readonly locked?: string;
  /** What the button of its form says. */
  readonly verb: string;
  /** What happens when it is done. */
  readonly lead?: string;
  readonly needs: Needs;
}
