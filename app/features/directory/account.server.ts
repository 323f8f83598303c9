import { type AccountAnswer, accountEditor, attributeWords } from './account-editor.server.ts';
import { type Desk, type Names, readObject } from './desk.server.ts';
import type { Fact, Flag, Piece } from './directory-view.ts';
import { valueWords } from './field-words.server.ts';
import { addressOf, type Kind, type ObjectPage } from './kind.server.ts';
import { changePlain, createPlain, listPlain, type PlainKind, standingFilter } from './plain-kind.server.ts';

const plain: PlainKind = {
  slug: 'accounts',
  subject: 'Account',
  name: 'Account',
  names: 'Accounts',
  one: 'account',
  example: 'northwind',
  outOfUse: 'Requests are matched to it no more. Cases that were keep it.',
};

/** Accounts: whom the organisation deals with, and what rules read of them. */
export const accountsKind: Kind = {
  slug: 'accounts',
  label: 'Accounts',
  none: 'There is no account yet',
  searches: true,
  isOpen: ({ me }) => me.may('read', 'Account'),
  filters: async () => [standingFilter],
  list: (desk, narrowing) =>
    listPlain<AccountAnswer>(desk, plain, narrowing, {
      columns: [
        { label: 'Name' },
        { label: 'Tier and segment', as: 'side' },
        { label: 'Domains', as: 'side' },
        { label: 'Owner' },
      ],
      row: ({ name, status, tier, segment, domains, ownerId, active }, names) => [
        {
          pieces: [{ text: name, ...(status === null ? {} : { note: status }) }],
          ...(active ? {} : { flags: [{ text: 'Out of use' }] }),
        },
        { pieces: [{ text: [tier, segment].filter((part) => part !== null).join(', ') }] },
        { pieces: [{ text: domains.join(', ') }] },
        { pieces: ownerId === null ? [] : [{ text: names.people[ownerId] ?? ownerId }] },
      ],
    }),
  create: (desk) => createPlain(desk, plain, accountEditor(desk, null)),
  read: readAccount,
};

async function readAccount(desk: Desk, id: string): Promise<ObjectPage> {
  const account = await readObject<AccountAnswer>(desk, 'getAccount', id);
  const { name, status, lists, attributes, names } = account;
  const deeds = changePlain(desk, plain, { ...account, title: name }, accountEditor(desk, account));
  const flags: Flag[] = [
    ...(account.active ? [] : [{ text: 'Out of use', tone: 'danger' as const }]),
    ...lists.map((text) => ({ text })),
  ];
  return {
    rev: account.rev,
    deeds,
    history: { operationId: 'listAccountHistory', id },
    view: {
      id,
      title: name,
      second: [status, account.tier, account.segment].filter((part) => part !== null).join(', ') || 'Account',
      avatar: { name, kind: 'pool' },
      flags,
      presses: [],
      deeds: deeds.map((deed) => ({ id: deed.id, label: deed.label })),
      sections: [
        {
          kind: 'table',
          title: 'Domains',
          none: 'None: requests are matched to it by name alone.',
          columns: [{ label: 'Domain' }],
          rows: account.domains.map((domain) => ({ id: domain, cells: [{ pieces: [{ text: domain }] }] })),
        },
        {
          kind: 'facts',
          title: 'Attributes',
          none: 'None beside those at the side.',
          facts: Object.entries(attributes).map(([label, value]) => ({
            label,
            pieces: [{ text: attributeWords(value) }],
          })),
        },
      ],
      aside: [{ kind: 'facts', title: `About ${name}`, facts: aboutFacts(account, names) }],
    },
  };
}

function aboutFacts(account: AccountAnswer, names: Names): Fact[] {
  const plainFact = (label: string, text: string | null): Fact[] =>
    text === null ? [] : [{ label, pieces: [{ text }] }];
  const { ownerId, parentId, lists } = account;
  const owner: Piece =
    ownerId === null
      ? { text: 'nobody' }
      : { text: names.people[ownerId] ?? ownerId, to: addressOf('people', ownerId) };
  return [
    { label: 'Owner', pieces: [owner] },
    ...(parentId === null
      ? []
      : [
          {
            label: 'Parent',
            pieces: [{ text: valueWords('parentId', parentId, names), to: addressOf('accounts', parentId) }],
          },
        ]),
    ...plainFact('Status', account.status),
    ...plainFact('Tier', account.tier),
    ...plainFact('Segment', account.segment),
    ...plainFact('Lifecycle', account.lifecycle),
    ...plainFact('Named lists', lists.length === 0 ? null : lists.join(', ')),
    { label: 'Id', pieces: [{ text: account.id }] },
  ];
}
