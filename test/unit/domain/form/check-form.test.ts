import { describe, expect, it } from 'vitest';
import { checkForm } from '../../../../domain/form/check-form.ts';
import { formSchema } from '../../../../domain/form/form-schema.ts';
import { formOf, vendorForm } from './forms.ts';

const number = { id: 'a', kind: 'number', label: 'A' };

describe('checking a form', () => {
  it('finds nothing in a sound one', () => {
    expect(checkForm(vendorForm)).toEqual([]);
  });

  it('says which drivers a request type lacks, without forbidding to publish', () => {
    expect(checkForm(formOf([number])).map(({ message, blocking }) => [message, blocking])).toEqual(
      ['urgency', 'due_date', 'impact', 'evidence'].map((purpose) => [
        `No field has the purpose ${purpose}`,
        false,
      ]),
    );
  });

  it('looks at the words of sections too', () => {
    const sections = [{ id: 's', title: { fr: 'S' }, fields: ['a'] }];
    const form = formSchema.parse({ language: 'en', sections, fields: [number] });
    expect(checkForm(form)).toContainEqual(
      expect.objectContaining({ pointer: '/form/sections/0/title', blocking: false }),
    );
  });
});
