/** Codes of problems that are not the caller's: code → HTTP status and title. They are never reused or renamed either. */
export const failureCodes = {
  UNAVAILABLE: { status: 503, title: 'Not available just now' },
  INTERNAL: { status: 500, title: 'Something went wrong here' },
} as const;

export type FailureCode = keyof typeof failureCodes;
