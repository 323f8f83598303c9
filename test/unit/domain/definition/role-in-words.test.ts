import { describe, expect, it } from 'vitest';
import { manyOfRole, oneOfRole } from '../../../../domain/definition/role-in-words.ts';

describe('a role in words', () => {
  it.each([
    ['Finance lead', 'finance lead', 'finance leads'],
    ['IT lead', 'IT lead', 'IT leads'],
    ['head of finance', 'head of finance', 'heads of finance'],
    ['Owner of Ledgerline', 'owner of Ledgerline', 'owners of Ledgerline'],
    ['Fraud analyst', 'fraud analyst', 'fraud analysts'],
    ['legal', 'person with the role legal', 'people with the role legal'],
    ['it security', 'person with the role it security', 'people with the role it security'],
  ])('%s is one and many', (title, one, many) => {
    expect([oneOfRole(title), manyOfRole(title)]).toEqual([one, many]);
  });
});
