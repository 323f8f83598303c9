import type { Desk, Names } from './desk.server.ts';
import type { FieldSpec } from './directory-view.ts';
import { lineValues, namedValue, personField, personIn, rowValues, withPerson } from './fields.server.ts';
import { misread } from './misread.server.ts';
import type { PlainAnswer, PlainEditor } from './plain-kind.server.ts';
import type { Posted } from './posted.server.ts';

type Attribute = string | number | boolean | readonly string[];

/** An account as the API answers it. */
export interface AccountAnswer extends PlainAnswer {
  readonly name: string;
  readonly domains: readonly string[];
  readonly status: string | null;
  readonly tier: string | null;
  readonly lifecycle: string | null;
  readonly segment: string | null;
  readonly ownerId: string | null;
  readonly parentId: string | null;
  readonly lists: readonly string[];
  readonly attributes: Readonly<Record<string, Attribute>>;
}

const line = (name: string, label: string, hint?: string) => ({ name, label, kind: 'line' as const, hint });

const plainFields: readonly FieldSpec[] = [
  line('status', 'Status', 'Such as active or closed.'),
  line('tier', 'Tier'),
  line('segment', 'Segment'),
  line('lifecycle', 'Lifecycle'),
  {
    name: 'domains',
    label: 'Domains',
    kind: 'lines',
    hint: 'One a line, such as example.com. Requests are matched by them.',
  },
  {
    name: 'lists',
    label: 'Named lists',
    kind: 'lines',
    hint: 'One a line; conditions can ask whether it is on one.',
  },
  {
    name: 'attributes',
    label: 'Attributes',
    kind: 'rows',
    hint: 'Further facts for conditions. Numbers, yes and no are read as such; several words are parted by commas.',
    columns: [
      { name: 'name', label: 'Name', kind: 'line' },
      { name: 'value', label: 'Value', kind: 'line' },
    ],
  },
];

/** How an account is described. */
export function accountEditor(
  desk: Desk,
  account: (AccountAnswer & { readonly names: Names }) | null,
): PlainEditor {
  const people = async () =>
    withPerson(await desk.people(), account?.ownerId, account?.names.people[account.ownerId ?? '']);
  const parents = async () =>
    withPerson(
      (await desk.accounts()).filter(({ id }) => id !== account?.id),
      account?.parentId,
      account?.names.accounts[account.parentId ?? ''],
    );
  const text = (value: string | null | undefined): string[] => (value == null ? [] : [value]);
  return {
    fields: async () => [
      { ...line('name', 'Name'), required: true },
      {
        ...(await personField(desk, 'ownerId', 'Owner', 'Rules can send its cases to them.')),
        options: await people(),
      },
      { ...line('parentId', 'Parent'), kind: 'named', options: await parents() },
      ...plainFields,
    ],
    values: async () => ({
      name: text(account?.name),
      ownerId: namedValue(account?.ownerId, await people()),
      parentId: namedValue(account?.parentId, await parents()),
      status: text(account?.status),
      tier: text(account?.tier),
      segment: text(account?.segment),
      lifecycle: text(account?.lifecycle),
      domains: lineValues(account?.domains),
      lists: lineValues(account?.lists),
      ...rowValues(
        'attributes',
        Object.entries(account?.attributes ?? {}).map(([name, value]) => ({
          name,
          value: attributeWords(value),
        })),
      ),
    }),
    body: async (posted) => ({
      name: posted.text('name'),
      ownerId: personIn(posted, 'ownerId', await people()),
      parentId: posted.named('parentId', await parents(), 'account'),
      status: posted.textOrNull('status'),
      tier: posted.textOrNull('tier'),
      segment: posted.textOrNull('segment'),
      lifecycle: posted.textOrNull('lifecycle'),
      domains: posted.lines('domains'),
      lists: posted.lines('lists'),
      attributes: attributesIn(posted, account?.attributes ?? {}),
    }),
  };
}

/** An attribute as it is typed and shown. */
export function attributeWords(value: Attribute): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join(', ') : String(value);
}

/** What was typed as the kind of value it looks like; one that was not touched stays what it is. */
function attributeIn(typed: string, before: Attribute | undefined): Attribute {
  if (before !== undefined && attributeWords(before) === typed) return before;
  if (/^(yes|no)$/i.test(typed)) return typed.toLowerCase() === 'yes';
  if (/^-?\d{1,15}(\.\d{1,6})?$/.test(typed)) return Number(typed);
  if (!typed.includes(',')) return typed;
  return typed
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function attributesIn(posted: Posted, before: AccountAnswer['attributes']): Record<string, Attribute> {
  return Object.fromEntries(
    posted.rows('attributes').map(({ at, cell }) => {
      if (cell('name') === '') throw misread(`${at}.name`, 'Name the attribute.');
      return [cell('name'), attributeIn(cell('value'), before[cell('name')])];
    }),
  );
}
