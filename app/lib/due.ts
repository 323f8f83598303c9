/** When something is due, as the server worded it. */
export interface Due {
  /** An arm down is fine, a swallow-tail is soon, a square flag is late. */
  readonly tone: 'fine' | 'soon' | 'breached' | 'paused';
  readonly words: string;
  /** The exact time, shown on hover and read aloud. */
  readonly exact: string;
  /** The exact time as short as it can be, where all times are shown exactly. */
  readonly brief?: string;
}
