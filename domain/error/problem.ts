/**
 * One thing wrong with a definition: where (RFC 6901 pointer into the document), what, and how to mend it.
 * A problem that is not blocking is advice: it does not keep a definition from being published.
 */
export interface Problem {
  readonly pointer: string;
  readonly message: string;
  readonly mend: string;
  readonly blocking: boolean;
}

/** A problem that keeps a definition from being published. */
export function blocks(pointer: string, message: string, mend: string): Problem {
  return { pointer, message, mend, blocking: true };
}

/** A problem shown as advice. */
export function advises(pointer: string, message: string, mend: string): Problem {
  return { pointer, message, mend, blocking: false };
}
