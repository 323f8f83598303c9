import { checkCondition } from '../condition/check-condition.ts';
import type { Condition } from '../condition/condition.ts';
import { factsReadBy } from '../condition/condition-facts.ts';
import { blocks, type Problem } from '../error/problem.ts';
import type { FactCatalogue } from '../fact/fact.ts';
import { chainReferences, type Reference } from './chain-references.ts';
import type { Chain } from './chain-schema.ts';
import type { Suppression } from './suppression-schema.ts';

/** What is known to exist; a kind that is left out is not checked. */
export type KnownIds = { readonly [K in Reference['kind']]?: ReadonlySet<string> };

/** Everything wrong with a chain that its schema cannot see, with pointers within the chain; empty when it may be published. */
export function checkChain(chain: Chain, catalogue: FactCatalogue, known: KnownIds): readonly Problem[] {
  return [
    ...unknownReferences(chain, known),
    ...duplicatedIds(chain),
    ...badConditions(chain, catalogue),
    ...(chain.suppress ?? []).flatMap((item, i) => datesOf(item, `/suppress/${i}`)),
    ...matchFacts(chain),
    ...waysOf(chain).flatMap(({ way, at }) => nobodyOf(way, at)),
  ];
}

function unknownReferences(chain: Chain, known: KnownIds): Problem[] {
  return chainReferences(chain)
    .filter(({ kind, id }) => known[kind]?.has(id) === false)
    .map(({ kind, id, pointer }) =>
      blocks(pointer, `There is no ${kind} ${id}.`, `Add the ${kind}, or name one that exists.`),
    );
}

function duplicatedIds(chain: Chain): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const stage of ['screen', 'suppress', 'rules'] as const) {
    for (const [i, { id }] of (chain[stage] ?? []).entries()) {
      const pointer = `/${stage}/${i}/id`;
      const first = seen.get(id);
      if (first === undefined && id !== 'default') seen.set(id, pointer);
      else {
        const taken = first === undefined ? 'the default' : first;
        problems.push(
          blocks(pointer, `The id ${id} is taken by ${taken}.`, 'Give every item an id of its own.'),
        );
      }
    }
  }
  return problems;
}

function conditionsOf(chain: Chain): { readonly condition: Condition; readonly pointer: string }[] {
  const found: { condition: Condition; pointer: string }[] = [];
  for (const [i, screen] of (chain.screen ?? []).entries()) {
    if (screen.kind === 'condition') found.push({ condition: screen.when, pointer: `/screen/${i}/when` });
  }
  for (const [i, { when, until }] of (chain.suppress ?? []).entries()) {
    found.push({ condition: when, pointer: `/suppress/${i}/when` });
    if (until !== undefined && 'when' in until) {
      found.push({ condition: until.when, pointer: `/suppress/${i}/until/when` });
    }
  }
  for (const [i, { when }] of chain.rules.entries()) {
    if (when !== undefined) found.push({ condition: when, pointer: `/rules/${i}/when` });
  }
  return found;
}

function badConditions(chain: Chain, catalogue: FactCatalogue): Problem[] {
  return conditionsOf(chain).flatMap(({ condition, pointer }) =>
    checkCondition(condition, catalogue).map(({ path, message, mend }) =>
      blocks(`${pointer}${path}`, message, mend),
    ),
  );
}

function datesOf(item: Suppression, at: string): Problem[] {
  const problems: Problem[] = [];
  if ((item.expiresOn === undefined) === (item.reviewOn === undefined)) {
    const message = 'A suppression is either temporary or standing.';
    problems.push(blocks(at, message, 'Give it expiresOn or reviewOn, and not both.'));
  }
  if (item.until !== undefined && item.action !== 'hold') {
    problems.push(blocks(`${at}/until`, 'Only a hold ends.', 'Make it a hold, or take until away.'));
  }
  return problems;
}

/** A rule that asks for the account or the territory needs a way of finding it; facts may also come with the case. */
function matchFacts(chain: Chain): Problem[] {
  const problems: Problem[] = [];
  const wants = (kind: 'account' | 'territory', pointer: string) => {
    if (chain.match?.[kind] !== undefined) return;
    const message = `This asks for the ${kind}, and the chain does not say how it is found.`;
    problems.push({
      pointer,
      message,
      mend: `Add match.${kind}, or make sure every case brings one.`,
      blocking: false,
    });
  };
  for (const { way, at } of waysOf(chain)) {
    if ('accountOwner' in way.to) wants('account', `${at}/to`);
    if ('territoryOwner' in way.to) wants('territory', `${at}/to`);
  }
  for (const { condition, pointer } of conditionsOf(chain)) {
    const keys = [...factsReadBy(condition)];
    if (keys.some((key) => key.startsWith('account.'))) wants('account', pointer);
    if (keys.some((key) => key.startsWith('territory.'))) wants('territory', pointer);
  }
  return problems;
}

function waysOf(chain: Chain): { readonly way: Chain['default']; readonly at: string }[] {
  const rules = chain.rules.map((way, i) => ({ way, at: `/rules/${i}` }));
  return [...rules, { way: chain.default, at: '/default' }];
}

function nobodyOf(way: Chain['default'], at: string): Problem[] {
  const problems: Problem[] = [];
  const says = way.onNobody ?? (at === '/default' ? 'unassigned' : 'next');
  if (says === 'backup' && way.backup === undefined) {
    const message = 'It goes to a backup, and none is named.';
    problems.push(blocks(`${at}/onNobody`, message, 'Name a backup, or choose next, wait or unassigned.'));
  }
  if (says !== 'backup' && way.backup !== undefined) {
    const message = 'A backup is named and never asked.';
    problems.push(blocks(`${at}/backup`, message, 'Set onNobody to backup, or take the backup away.'));
  }
  if (at === '/default' && says === 'next') {
    const message = 'Nothing comes after the default.';
    problems.push(blocks(`${at}/onNobody`, message, 'Choose backup, wait or unassigned.'));
  }
  return problems;
}
