/**
 * The types a fact may have. `choice` and `choices` are text with a closed set of options;
 * `date` is `YYYY-MM-DD`, `instant` is epoch milliseconds, `texts` is a list of text,
 * `rows` is a table (readable by conditions only through its row count).
 */
export const factTypes = [
  'text',
  'number',
  'boolean',
  'date',
  'instant',
  'choice',
  'choices',
  'texts',
  'rows',
] as const;
export type FactType = (typeof factTypes)[number];

/** What a condition can read: text and dates as strings, instants as epoch milliseconds, lists as arrays of text. */
export type FactValue =
  | string
  | number
  | boolean
  | readonly string[]
  | readonly Readonly<Record<string, unknown>>[];

/** What is declared of one fact before any value exists; `key` is what `{"var": key}` names. */
export interface FactDeclaration {
  readonly key: string;
  readonly type: FactType;
  /** Where values come from: `form`, `requester`, `account`, `territory`, `score`, `open`, `time`, `case` … */
  readonly origin: string;
  readonly label: string;
  /** The closed set of values of a `choice` or `choices` fact. */
  readonly options?: readonly string[];
  readonly sensitive?: boolean;
}

/** All facts a definition may read, by key. */
export type FactCatalogue = ReadonlyMap<string, FactDeclaration>;
