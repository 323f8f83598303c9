import type { FactDeclaration, FactValue } from '../fact/fact.ts';
import type { Json } from '../hash/canonical-json.ts';
import type { FormContext } from './form-context.ts';
import type { Parsed } from './parsed.ts';
import type { Text } from './text-schema.ts';

/** What every kind may read of the field it belongs to. */
export interface FieldBase {
  readonly id: string;
  readonly label?: Text | undefined;
  readonly sensitive?: boolean | undefined;
}

/** What a value points at; whether it exists is for those to say who know the directory. */
export interface Reference {
  readonly kind: 'person' | 'team' | 'account' | 'file';
  readonly id: string;
  /** RFC 6901 pointer inside the value. */
  readonly pointer: string;
}

/** A form and, where the text came from a person's screen, the time zone that person writes in. */
export interface TextContext extends FormContext {
  readonly timeZone?: string | undefined;
}

/**
 * One kind of field: everything a tool needs to know of it. `F` is the field (or column) as defined, `V` the value as stored.
 * Values given to `facts`, `display` and `references` have been through `parse`.
 */
export interface FieldKind<F extends FieldBase = FieldBase, V extends Json = Json> {
  /** The word a definition uses. */
  readonly kind: string;
  /** The value as it is stored, from typed JSON; never throws. A value once stored comes back as itself. */
  parse(raw: unknown, field: F, form: FormContext): Parsed<V>;
  /** The facts a value gives to conditions, by key. */
  facts(value: V, field: F, form: FormContext): Record<string, FactValue>;
  /** The facts a field can give, before any value exists. */
  declarations(field: F, form: FormContext): FactDeclaration[];
  /** The value in plain text for summaries and search. */
  display(value: V, field: F, form: FormContext): string;
  /** The raw value that a text from a form post or a CSV cell stands for; what it cannot read it leaves for `parse` to refuse. */
  fromText(text: string, field: F, form: TextContext): unknown;
  /** What a value points at. */
  references?(value: V, field: F): Reference[];
}
