import { z } from 'zod';
import type { FieldBase, FieldKind } from '../field-kind.ts';
import { columnKinds } from './column-kinds.ts';
import { computed } from './computed.ts';
import { file } from './file.ts';
import { note } from './note.ts';
import { table } from './table.ts';

/** The shelf: every kind of field, by the word a definition uses. */
export const fieldKinds = { ...columnKinds, file, table, computed, note } as const;

/** The schema of a field of any kind. */
export const fieldSchema = z.discriminatedUnion('kind', [
  fieldKinds.short_text.config,
  fieldKinds.long_text.config,
  fieldKinds.number.config,
  fieldKinds.money.config,
  fieldKinds.date.config,
  fieldKinds.datetime.config,
  fieldKinds.choice.config,
  fieldKinds.multi_choice.config,
  fieldKinds.yes_no.config,
  fieldKinds.person.config,
  fieldKinds.team.config,
  fieldKinds.account.config,
  fieldKinds.country.config,
  fieldKinds.email.config,
  fieldKinds.url.config,
  fieldKinds.phone.config,
  file.config,
  table.config,
  computed.config,
  note.config,
]);

/** One field as a definition says it. */
export type Field = z.infer<typeof fieldSchema>;

/** A field that has a value: every kind but a note. */
export type ValueField = Exclude<Field, { kind: 'note' }>;

/** A field a person fills in: every kind but a note and a computed one. */
export type AskedField = Exclude<ValueField, { kind: 'computed' }>;

/** True for a field a person fills in. */
export function isAsked(field: Field): field is AskedField {
  return field.kind !== 'note' && field.kind !== 'computed';
}

/** What there is to know of the kind a field has. */
export function fieldKind(field: Field): FieldKind<FieldBase> {
  return fieldKinds[field.kind];
}
