const words: Readonly<Record<string, string>> = {
  requester: 'the requester',
  assignee: 'the assignee',
  team: 'a member of its team',
  accountable: 'the accountable owner',
  approver: 'an approver',
  system: 'the product itself',
};

/** Who may do something, in plain words, each once: `the assignee or anybody with the role finance-lead`. */
export function whoInWords(who: readonly string[]): string {
  if (who.length === 0) return 'the product itself';
  const named = [...new Set(who)].map((one) =>
    Object.hasOwn(words, one) ? words[one] : `anybody with the role ${one}`,
  );
  const last = named.at(-1);
  return named.length === 1 ? `${last}` : `${named.slice(0, -1).join(', ')} or ${last}`;
}
