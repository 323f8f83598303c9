import { z } from 'zod';
import type { FieldBase, FieldKind } from '../field-kind.ts';
import { account } from './account.ts';
import { choice } from './choice.ts';
import { country } from './country.ts';
import { dateField } from './date.ts';
import { datetime } from './datetime.ts';
import { email } from './email.ts';
import { longText } from './long-text.ts';
import { money } from './money.ts';
import { multiChoice } from './multi-choice.ts';
import { numberField } from './number.ts';
import { person } from './person.ts';
import { phone } from './phone.ts';
import { shortText } from './short-text.ts';
import { team } from './team.ts';
import { url } from './url.ts';
import { yesNo } from './yes-no.ts';

/** The kinds a column of a table may be, which are all that hold one small value. */
export const columnKinds = {
  short_text: shortText,
  long_text: longText,
  number: numberField,
  money,
  date: dateField,
  datetime,
  choice,
  multi_choice: multiChoice,
  yes_no: yesNo,
  person,
  team,
  account,
  country,
  email,
  url,
  phone,
} as const;

/** The schema of a column of a table. */
export const columnSchema = z.discriminatedUnion('kind', [
  shortText.column,
  longText.column,
  numberField.column,
  money.column,
  dateField.column,
  datetime.column,
  choice.column,
  multiChoice.column,
  yesNo.column,
  person.column,
  team.column,
  account.column,
  country.column,
  email.column,
  url.column,
  phone.column,
]);
export type Column = z.infer<typeof columnSchema>;

/** What there is to know of the kind a column has. */
export function columnKind(column: Column): FieldKind<FieldBase> {
  return columnKinds[column.kind];
}
