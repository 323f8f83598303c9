import { expect, it } from 'vitest';
import { titleFromId } from '../../../../../app/features/types/title-from-id.ts';

it.each([
  ['it-lead', 'IT lead'],
  ['customer-care', 'Customer care'],
  ['hq', 'HQ'],
  ['head_of.sales', 'Head of sales'],
  ['-', '-'],
])('calls %s “%s”', (id, title) => {
  expect(titleFromId(id)).toBe(title);
});
