/** How long a decision can be taken back, and its effects to the outside wait: 8 seconds, the last instant excluded. */
export const undoWindowMs = 8_000;
