import type { ApproverDirectory, DecidedMatter } from './approver-directory.ts';
import { isInForce } from './delegation.ts';

/** Why somebody can never decide on this case. */
export type Exclusion = 'requester' | 'behalf' | 'delegate-of-requester' | 'editor';

/**
 * Everybody who cannot decide on this case, in whatever role: the requester, the person it was asked for,
 * whoever either has a delegation to in force now (of any scope), and whoever last changed a material field.
 */
export function exclusionsOf(
  matter: DecidedMatter,
  directory: ApproverDirectory,
  at: number,
): ReadonlyMap<string, Exclusion> {
  const found = new Map<string, Exclusion>();
  for (const editor of matter.editors) found.set(editor, 'editor');
  for (const delegation of directory.delegations) {
    const forThem = delegation.from === matter.requester || delegation.from === matter.behalf;
    if (forThem && isInForce(delegation, at)) found.set(delegation.to, 'delegate-of-requester');
  }
  if (matter.behalf !== null) found.set(matter.behalf, 'behalf');
  found.set(matter.requester, 'requester');
  return found;
}

const words: Readonly<Record<Exclusion, string>> = {
  requester: 'This is your own request',
  behalf: 'This was asked for on your behalf',
  'delegate-of-requester': 'You stand in for the requester',
  editor: 'You were the last to change what is to be decided',
};

/** An exclusion in words to the person excluded. */
export function exclusionInWords(exclusion: Exclusion): string {
  return words[exclusion];
}
