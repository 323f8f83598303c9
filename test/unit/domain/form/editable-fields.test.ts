import { describe, expect, it } from 'vitest';
import { editableFields } from '../../../../domain/form/editable-fields.ts';
import { formOf, vendorForm } from './forms.ts';

const viewer = (roles: string[], relations: string[] = []) => ({ roles, relations });

describe('who changes a value', () => {
  it.each<[fact: string, state: string, roles: string[], relations: string[], ids: string[]]>([
    ['by role', 'review', ['procurement'], [], ['contact']],
    ['by relation', 'review', [], ['requester'], ['contact']],
    ['by another relation', 'review', [], ['handler'], ['reason']],
    ['not in another state', 'done', ['procurement'], ['handler'], []],
    ['not by others', 'review', ['finance'], [], []],
  ])('%s', (...[, state, roles, relations, ids]) => {
    expect(editableFields(vendorForm, state, viewer(roles, relations))).toEqual(ids);
  });

  it('is nobody who does not see it', () => {
    const edit = [{ states: ['review'], roles: ['handler'] }];
    const form = formOf([{ id: 'a', kind: 'number', label: 'A', see: ['finance'], edit }]);
    expect(editableFields(form, 'review', viewer([], ['handler']))).toEqual([]);
    expect(editableFields(form, 'review', viewer(['finance'], ['handler']))).toEqual(['a']);
  });
});
