const told: Readonly<Record<string, string>> = {
  approve: 'Approved',
  reject: 'Rejected',
  return: 'Sent back',
  attach: 'File added',
  edit: 'Answers changed',
  undo: 'Taken back',
  ask: 'Asked',
  answer: 'Answered',
  assign: 'Handed over',
  claim: 'It is yours',
  accept: 'Accepted',
  release: 'Given back',
  decline: 'Passed on; it is routed again',
  escalate: 'Escalated',
  priority: 'Priority set',
  reroute: 'It is routed again',
  withdraw: 'Withdrawn',
  watch: 'You watch it, and are told what happens',
  unwatch: 'You no longer watch it',
  snooze: 'Put aside',
  wake: 'Back in your inbox',
  comment: 'Sent',
  retract: 'Taken back: the decision is open again',
};

/** What was just done, of which case: `Approved VEN-1032`. */
export function doneWords(deed: string, number: string): string {
  const words = told[deed] ?? 'Done';
  return naming.has(deed) ? `${words} ${number}` : words;
}

/** Deeds whose words take the number of the case behind them. */
const naming: ReadonlySet<string> = new Set([
  'approve',
  'reject',
  'escalate',
  'withdraw',
  'assign',
  'accept',
]);
