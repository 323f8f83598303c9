/** What was done, with `#` where the number of the case stands. */
const told: Readonly<Record<string, string>> = {
  approve: 'Approved #',
  reject: 'Rejected #',
  return: 'Sent back #',
  attach: 'File added',
  edit: 'Answers changed',
  undo: 'Taken back',
  ask: 'Asked about #',
  answer: 'Answered #',
  assign: 'Handed over #',
  claim: '# is yours',
  accept: 'Accepted #',
  release: 'Put back #',
  decline: 'Passed on; # is routed again',
  escalate: 'Escalated #',
  priority: 'Priority set on #',
  reroute: '# is routed again',
  withdraw: 'Withdrawn #',
  watch: 'You watch it, and are told what happens',
  unwatch: 'You no longer watch it',
  snooze: 'Put aside #',
  wake: 'Back in your inbox',
  comment: 'Sent',
  retract: 'Taken back: the decision is open again',
};

/** What was just done, of which case: `Approved VEN-1032`. */
export function doneWords(deed: string, number: string): string {
  return (told[deed] ?? 'Done: #').replace('#', number);
}
