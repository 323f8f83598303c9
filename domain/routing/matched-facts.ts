import type { FactValue } from '../fact/fact.ts';
import { factSet } from '../fact/fact-set.ts';
import type { AccountView, TerritoryView } from './directory.ts';

/** The facts that a matched account and territory add, `account.*` and `territory.*`; what they lack is left out. */
export function matchedFacts(
  account: AccountView | undefined,
  territory: TerritoryView | undefined,
): Readonly<Record<string, FactValue>> {
  const facts: Record<string, unknown> = {};
  if (account !== undefined) {
    for (const [key, value] of Object.entries(account.attributes)) facts[`account.${key}`] = value;
    facts['account.id'] = account.id;
    facts['account.name'] = account.name;
    facts['account.status'] = account.status;
    facts['account.tier'] = account.tier;
    facts['account.lifecycle'] = account.lifecycle;
    facts['account.segment'] = account.segment;
    facts['account.owner'] = account.ownerId;
    facts['account.parent'] = account.parentId;
    facts['account.lists'] = account.lists;
  }
  if (territory !== undefined) {
    facts['territory.id'] = territory.id;
    facts['territory.owner'] = territory.ownerId;
    facts['territory.region'] = territory.region;
  }
  return factSet(facts).values;
}
