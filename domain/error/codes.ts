/**
 * The closed catalogue of refusals: code → HTTP status and title.
 * A code is never reused or renamed; docs/errors.md lists exactly these.
 */
export const refusalCodes = {
  VALIDATION_FAILED: { status: 422, title: 'Some values need another look' },
  MALFORMED: { status: 400, title: 'The request could not be read' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'This kind of content is not read here' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'This address does not answer to this method' },
  TOO_LARGE: { status: 413, title: 'The request is too large' },
  UNKNOWN_KEY: { status: 422, title: 'A key is not known' },
  NOT_FOUND: { status: 404, title: 'There is no such thing, or it is not yours to see' },
  NOT_SIGNED_IN: { status: 401, title: 'Sign in first' },
  NOT_ALLOWED: { status: 403, title: 'This is not yours to do' },
  CONFLICT: { status: 409, title: 'Somebody else changed this first' },
  STALE: { status: 412, title: 'What you saw has changed since' },
  COMMAND_REUSED: { status: 409, title: 'This key was used for another request' },
  CASE_CLOSED: { status: 409, title: 'The case is closed' },
  TRANSITION_NOT_OFFERED: { status: 409, title: 'The case cannot take this step from here' },
  GUARD_REFUSED: { status: 409, title: 'A condition of this step is not met' },
  GATE_OPEN: { status: 409, title: 'An approval has to come first' },
  GATE_NOT_OPEN: { status: 409, title: 'This approval is not open' },
  SELF_DECISION: { status: 403, title: 'Nobody decides on their own request' },
  NOT_AN_APPROVER: { status: 403, title: 'Others decide here' },
  ALREADY_DECIDED: { status: 409, title: 'You have decided already' },
  BASIS_MOVED: { status: 409, title: 'The request changed since you read it' },
  RETRACT_TOO_LATE: { status: 409, title: 'The time to take this back is over' },
  FORM_CHANGED: { status: 409, title: 'The form changed while you filled it in' },
  DEFINITION_INVALID: { status: 422, title: 'The definition has problems' },
  TESTS_FAILED: { status: 422, title: 'Some tests of the definition fail' },
  PUBLISH_STALE: { status: 409, title: 'Somebody else published meanwhile' },
  CONDITION_INVALID: { status: 422, title: 'A condition cannot be used' },
  LIMIT_EXCEEDED: { status: 422, title: 'A limit was passed' },
  CURSOR_INVALID: { status: 400, title: 'The cursor is not one of ours' },
  RATE_LIMITED: { status: 429, title: 'Too many requests' },
  CROSS_SITE: { status: 403, title: 'The request came from another site' },
  DELEGATION_INVALID: { status: 422, title: 'This delegation cannot be made' },
  REASON_REQUIRED: { status: 422, title: 'Say why' },
  IN_USE: { status: 409, title: 'It is still in use' },
} as const;

export type RefusalCode = keyof typeof refusalCodes;
