/** The only source of time on the server. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

/** The only source of identity and salt on the server. */
export interface Ids {
  /** A new id, sortable by creation, such as `01J…` (26 characters). */
  next(): string;
  /** 128 random bits as 32 hex digits, for the salt of one sealed value. */
  salt(): string;
}
