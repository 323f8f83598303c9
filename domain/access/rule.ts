import type { SubjectName } from './subjects.ts';

/** One rule as CASL takes it; a condition compares a property of the document with one scalar, known before any request came. */
export interface Rule {
  readonly action: string[];
  readonly subject: SubjectName;
  readonly conditions: Readonly<Record<string, string | boolean | null>>;
  readonly inverted?: boolean;
}
