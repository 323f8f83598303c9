import { expect, it } from 'vitest';
import { checkForm } from '../../../../domain/form/check-form.ts';
import { formOf } from './forms.ts';

interface Finding {
  readonly pointer: string;
  readonly message: string;
  /** True unless said. */
  readonly blocking?: boolean;
}

type Row = readonly [fact: string, fields: object[], more: object, findings: readonly Finding[]];

const requesterCountry = {
  key: 'requester.country',
  type: 'text',
  origin: 'requester',
  label: 'Country',
} as const;

/** Tests, row by row, that checking a form of these fields finds exactly this, the purposes it lacks aside. */
export function findsProblems(rows: readonly Row[]) {
  it.each(rows)('finds %s', (_fact, fields, more, findings) => {
    const all = checkForm(formOf(fields, more), [requesterCountry]);
    const found = all.filter(({ message }) => !message.startsWith('No field has the purpose'));
    expect(found.map(({ pointer, message, blocking }) => ({ pointer, message, blocking }))).toEqual(
      findings.map((finding) => ({ blocking: true, ...finding })),
    );
    expect(found.every(({ mend }) => mend.length > 5)).toBe(true);
  });
}
