/** One thing wrong with a condition: where (RFC 6901 pointer into it), what, and how to mend it. */
export interface Problem {
  readonly path: string;
  readonly message: string;
  readonly mend: string;
}
