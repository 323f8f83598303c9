import type { Column } from '../../domain/form/fields/column-kinds.ts';
import type { Field } from '../../domain/form/fields/field-kinds.ts';
import type { Form } from '../../domain/form/form-schema.ts';
import { maybe } from './api.server.ts';
import type { AppContext } from './app-context.ts';

/** Names of people, teams and accounts that answers point at, by kind and id: `person:jonas`. */
export type ReferenceNames = ReadonlyMap<string, string>;

const readers = { person: 'getPerson', team: 'getTeam', account: 'getAccount' } as const;

/** The names of everything that answers of a form point at, as far as the reader may see it. */
export async function namesOfReferences(
  context: Pick<AppContext, 'api' | 'person'>,
  form: Form,
  values: Readonly<Record<string, unknown>>,
): Promise<ReferenceNames> {
  const wanted = new Set(form.fields.flatMap((field) => referencesIn(field, values[field.id])));
  const found = await Promise.all(
    [...wanted].slice(0, 200).map(async (reference) => {
      const [kind, id = ''] = reference.split(/:(.*)/s);
      if (kind !== 'person' && kind !== 'team' && kind !== 'account') return [];
      const object = await maybe<{ readonly name?: string; readonly title?: string }>(
        context,
        readers[kind],
        {
          params: { id },
        },
      );
      const name = object?.name ?? object?.title;
      return name === undefined ? [] : [[reference, name] as const];
    }),
  );
  return new Map(found.flat());
}

function referencesIn(field: Field | Column, value: unknown): string[] {
  if (field.kind === 'table' && Array.isArray(value))
    return value.flatMap((row: Readonly<Record<string, unknown>>) =>
      field.columns.flatMap((column) => referencesIn(column, row[column.id])),
    );
  return field.kind in readers && typeof value === 'string' ? [`${field.kind}:${value}`] : [];
}
