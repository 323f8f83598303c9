import type { Column } from '../../domain/form/fields/column-kinds.ts';
import type { Field } from '../../domain/form/fields/field-kinds.ts';
import type { Entries } from './entries.ts';

/** What would stand in the controls of these fields with the answers a case has, so that reading it again gives the same answers; times as they are in a zone. */
export function entriesOfValues(
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
  zone: string,
): Entries {
  return fields.flatMap((field) => {
    const value = values[field.id];
    if (field.kind !== 'table') return entriesOf(field.id, field.kind, value, zone);
    if (!Array.isArray(value)) return [];
    return value.flatMap((row: unknown, number) =>
      field.columns.flatMap((column) =>
        entriesOf(`${field.id}.${number}.${column.id}`, column.kind, partOf(row, column.id), zone),
      ),
    );
  });
}

function entriesOf(
  name: string,
  kind: Field['kind'] | Column['kind'],
  value: unknown,
  zone: string,
): Entries {
  if (value === undefined || value === null) return [];
  if (kind === 'money')
    return ['amount', 'currency'].map(
      (part) => [`${name}.${part}`, String(partOf(value, part) ?? '')] as const,
    );
  if (Array.isArray(value)) return value.map((one) => [name, String(one)] as const);
  if (kind === 'datetime') return [[name, localTime(String(value), zone)]];
  return [[name, String(value)]];
}

const partOf = (value: unknown, part: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;

/** `2026-03-02T09:30`, as browsers write a time without a zone. */
function localTime(instant: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).format(Date.parse(instant));
  return parts.replace(' ', 'T');
}
