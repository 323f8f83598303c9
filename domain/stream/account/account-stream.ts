import type { AccountView } from '../../routing/directory.ts';
import { normalDomain } from '../../routing/mail-domain.ts';
import { type DirectoryState, directoryStream } from '../directory/directory-stream.ts';

/** A customer or partner organisation. */
export interface AccountState extends DirectoryState, Omit<AccountView, 'id' | 'rev'> {}

/** The stream of one account. Look-ups: `account-domain:` each of its domains, `account-owner:`, `account-parent:`. */
export const accountStream = directoryStream<AccountState>({
  kind: 'account',
  initial: {
    active: false,
    createdAt: 0,
    reason: '',
    name: '',
    domains: [],
    status: null,
    tier: null,
    lifecycle: null,
    segment: null,
    ownerId: null,
    parentId: null,
    lists: [],
    attributes: {},
  },
  indexOf: (state, id) => {
    const domains = new Set(state.domains.map((domain) => normalDomain(domain) ?? domain));
    const lists = ['account', ...[...domains].map((domain) => `account-domain:${domain}`)];
    if (state.active) lists.push('account|active');
    if (state.ownerId !== null) lists.push(`account-owner:${state.ownerId}`);
    if (state.parentId !== null) lists.push(`account-parent:${state.parentId}`);
    return { lists, sort: `${state.name.toLowerCase()} ${id}` };
  },
});

/** An account as decisions see it. */
export function viewOfAccount(id: string, rev: number, state: AccountState): AccountView {
  const { reason: _reason, ...plain } = state;
  return { ...plain, id, rev };
}
