import type { z } from 'zod';
import { declareFact } from './declare-fact.ts';
import { columnConfig, fieldConfig } from './field-common.ts';
import type { FieldBase, FieldKind, Reference } from './field-kind.ts';
import { type Parsed, refused } from './parsed.ts';

const idPattern = /^[A-Za-z0-9][A-Za-z0-9_.:@~-]{0,127}$/;

/** The id a raw value gives, in the form ids have here; whether anything answers to it is the directory's to say. */
export function parseReference(raw: unknown, noun: string): Parsed<string> {
  const value = typeof raw === 'string' ? raw.trim() : '';
  return idPattern.test(value) ? { value } : refused(`Choose ${noun}, given by its id.`);
}

/** A field kind whose value is the id of one thing of the directory; its bare id is its fact. */
export function referenceKind<const K extends string>(kind: K, to: Reference['kind'], noun: string) {
  return {
    kind,
    config: fieldConfig(kind, {}),
    column: columnConfig(kind, {}),
    parse: (raw) => parseReference(raw, noun),
    facts: (value, { id }) => ({ [id]: value }),
    declarations: (field, form) => [declareFact(field, form, 'text')],
    display: (value) => value,
    fromText: (text) => text,
    references: (value) => [{ kind: to, id: value, pointer: '' }],
  } satisfies FieldKind<FieldBase, string> & Record<'config' | 'column', z.ZodType>;
}
