import { describe, expect, test } from 'vitest';
import { runChain } from '../../../../domain/routing/run-chain.ts';
import { account, chainOf, inputs, is, item, person, territory } from './route-fixture.ts';

const people = ['ana', 'bo', 'cy'].map((id) => person(id));

describe('match', () => {
  const accounts = [account('acme', { domains: ['acme.com'], ownerId: 'ana', tier: 'gold' })];
  const territories = [territory('fr', { countries: ['FR'], ownerId: 'bo', region: 'EMEA' })];
  const match = { account: { by: [{ domain: 'mail' }] }, territory: { country: 'country' } };

  test('adds facts that later stages read, and says which account and territory', () => {
    const rules = [{ ...item('gold'), when: is('account.tier', 'gold'), to: { accountOwner: true } }];
    const outcome = runChain(
      chainOf({ match, rules }),
      inputs({ mail: 'jo@mail.acme.com', country: 'FR' }, { people, accounts, territories }),
    );
    expect(outcome).toMatchObject({ terminal: 'assigned', person: 'ana', account: 'acme', territory: 'fr' });
    expect(outcome.record.matched).toMatchObject({ 'account.tier': 'gold', 'territory.region': 'EMEA' });
    expect(outcome.record.factsUsed.values).toEqual({ mail: 'jo@mail.acme.com', country: 'FR' });
    expect(outcome.factsRead).toEqual(['mail', 'country', 'account.tier', 'account.owner']);
  });

  test('sends to the territory’s owner', () => {
    const chain = chainOf({ match, default: { to: { territoryOwner: true } } });
    const outcome = runChain(chain, inputs({ country: 'fr' }, { people, territories }));
    expect(outcome).toMatchObject({ person: 'bo', territory: 'fr' });
    expect(outcome.record.matchMissing).toEqual(['mail']);
  });

  test('adds nothing when nothing matches, and leaves the facts that came with the case', () => {
    const chain = chainOf({ match, default: { to: { accountOwner: true } } });
    const outcome = runChain(
      chain,
      inputs({ mail: 'jo@gmail.com', 'account.owner': 'cy' }, { people, accounts }),
    );
    expect(outcome.person).toBe('cy');
    expect(outcome.account).toBeUndefined();
    expect(outcome.record.matched).toEqual({});
  });
});
