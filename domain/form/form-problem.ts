/** One thing to mend in a form: `pointer` (RFC 6901) starts with `/form`; a blocking one forbids publishing. */
export interface FormProblem {
  readonly pointer: string;
  readonly message: string;
  readonly mend: string;
  readonly blocking: boolean;
}

/** A problem that forbids publishing. */
export function mustMend(pointer: string, message: string, mend: string): FormProblem {
  return { pointer, message, mend, blocking: true };
}

/** A problem to look at before publishing. */
export function shouldMend(pointer: string, message: string, mend: string): FormProblem {
  return { pointer, message, mend, blocking: false };
}
