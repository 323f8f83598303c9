import { expect, test } from 'vitest';
import { decisionKey } from '../../../../domain/routing/decision-key.ts';

test('a decision is named by its case and epoch', () => {
  expect(decisionKey('c1', 3)).toBe('c1:3');
});
