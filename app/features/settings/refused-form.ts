import type { Refused } from '../../lib/api.server.ts';

/** A form that was refused: everything that was typed, and why. */
export interface RefusedForm {
  readonly intent: string;
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly refused: Refused;
}

/** What is said of one field, named as the API points to it without the first slash: `config/url`. */
export function errorOf(form: RefusedForm | undefined, name: string): string | undefined {
  const pointer = `/${name}`;
  return form?.refused.errors.find(
    (error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`),
  )?.detail;
}

/** What was typed into a field that was refused, else what stood there. */
export function typedValue(form: RefusedForm | undefined, name: string, stands = ''): string {
  return form === undefined ? stands : (form.values[name]?.[0] ?? '');
}

/** The id of the control of a field. */
export const fieldId = (name: string): string => `f-${name.replaceAll('/', '-')}`;
