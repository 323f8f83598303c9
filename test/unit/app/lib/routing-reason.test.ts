import { describe, expect, it } from 'vitest';
import { routingReason } from '../../../../app/lib/routing-reason.server.ts';

const names = {
  pools: { 'buyers-emea': 'Buyers EMEA' },
  teams: { legal: 'Legal' },
  queues: {},
  fields: { country: 'Country' },
};

describe('why routing decided as it did', () => {
  it.each([
    [
      'waiting: nobody for pool buyers-emea: 3 outside hours',
      'Nobody in Buyers EMEA was free: 3 outside their hours',
    ],
    [
      'nobody for pool buyers-emea: 1 without the skill, 2 on leave or away',
      'Nobody in Buyers EMEA was free: 1 without the skill, 2 away',
    ],
    [
      'team legal has no members; missing input: country, vat_id',
      'Legal has no members; not filled in: “Country”, “vat id”',
    ],
    [
      'Europe buys here.; backup, since nobody for pool buyers-emea: 1 at capacity',
      'Europe buys here; nobody in Buyers EMEA was free: 1 full',
    ],
    ['Ask the team lead of the pool party.', 'Ask the team lead of the pool party.'],
  ])('says %j as %j', (stored, said) => {
    expect(routingReason(stored, names)).toBe(said);
  });
});
