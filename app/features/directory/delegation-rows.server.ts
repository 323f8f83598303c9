import type { Desk } from './desk.server.ts';
import type { Cell, Column, Flag } from './directory-view.ts';
import { addressOf } from './kind.server.ts';
import type { DelegationAnswer } from './person-answer.ts';
import { spanWords } from './spans.server.ts';

/** The columns of lists of delegations. */
export const delegationColumns: readonly Column[] = [
  { label: 'Who decides for whom' },
  { label: 'When' },
  { label: 'Of what', as: 'side' },
];

/** What a delegation covers, in words. */
export function scopeWords(
  { types, amountUpTo }: Pick<DelegationAnswer, 'types' | 'amountUpTo'>,
  typeTitle: (slug: string) => string = (slug) => slug,
): string {
  const what = types === null ? 'everything' : types.map(typeTitle).join(', ');
  return amountUpTo === null ? what : `${what}, up to ${amountUpTo.toLocaleString('en-GB')}`;
}

/** Whether a delegation is in force, to come, or over. */
export function standingOf(
  { startsAt, endsAt }: Pick<DelegationAnswer, 'startsAt' | 'endsAt'>,
  now: number,
): Flag {
  if (endsAt <= now) return { text: 'Over' };
  return startsAt <= now ? { text: 'In force', tone: 'success' } : { text: 'To come' };
}

/** Delegations as rows, each leading to its own page. */
export function delegationRows(
  { zone, now }: Pick<Desk, 'zone' | 'now'>,
  delegations: readonly DelegationAnswer[],
  name: (id: string) => string = (id) => id,
  typeTitle: (slug: string) => string = (slug) => slug,
): { readonly id: string; readonly to: string; readonly cells: readonly Cell[] }[] {
  return delegations.map((one) => ({
    id: one.id,
    to: addressOf('delegations', one.id),
    cells: [
      { pieces: [{ text: `${name(one.to)} for ${name(one.from)}`, to: addressOf('delegations', one.id) }] },
      { pieces: [{ text: spanWords(zone, one.startsAt, one.endsAt) }], flags: [standingOf(one, now)] },
      { pieces: [{ text: scopeWords(one, typeTitle) }], quiet: true },
    ],
  }));
}
