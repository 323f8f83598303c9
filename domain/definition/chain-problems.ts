import { advises, blocks, type Problem } from '../error/problem.ts';
import { chainReferences } from '../routing/chain-references.ts';
import type { Chain } from '../routing/chain-schema.ts';
import { checkChain, type KnownIds } from '../routing/check-chain.ts';
import { textProblems } from '../workflow/text-problems.ts';
import type { DefinitionUnderCheck } from './definition-under-check.ts';
import { lookUp, repeatedIds } from './look-up.ts';

/** What is wrong with chains and queues within their definition. */
export function chainProblems(under: DefinitionUnderCheck): readonly Problem[] {
  const { definition, registry } = under;
  const queues = definition.queues ?? [];
  return [
    ...repeatedIds('/queues', 'queue', queues),
    ...queues.flatMap(({ team }, index) => lookUp(`/queues/${index}/team`, 'team', team, registry?.teams)),
    ...repeatedIds('/chains', 'chain', definition.chains),
    ...definition.chains.flatMap((chain, index) => oneChain(`/chains/${index}`, chain, under)),
  ];
}

function oneChain(at: string, chain: Chain, under: DefinitionUnderCheck): Problem[] {
  const inside = checkChain(chain, under.catalogue, knownIds(under)).map((problem) => {
    return { ...problem, pointer: `${at}${problem.pointer}` };
  });
  const ways = [
    ...chain.rules.map((way, i) => ({ way, where: `rules/${i}` })),
    { way: chain.default, where: 'default' },
  ];
  const texts = ways.flatMap(({ way, where }) =>
    textProblems(`${at}/${where}/next`, way.next, under.catalogue),
  );
  return [...inside, ...personFields(at, chain, under), ...texts, ...unusedProblems(at, chain, under)];
}

function knownIds({ queues, fields, registry }: DefinitionUnderCheck): KnownIds {
  const own = { queue: queues, field: new Set(fields.keys()) };
  if (registry === undefined) return own;
  return {
    ...own,
    role: new Set(registry.roles.keys()),
    team: new Set(registry.teams.keys()),
    pool: registry.pools,
    calendar: registry.calendars,
  };
}

/** A field that names who takes a case has to hold a person. */
function personFields(at: string, chain: Chain, { fields }: DefinitionUnderCheck): Problem[] {
  return chainReferences(chain).flatMap(({ kind, id, pointer }) => {
    if (kind !== 'field' || !/\/(to|backup)\/field$/.test(pointer)) return [];
    const field = fields.get(id);
    if (field === undefined || field.kind === 'person') return [];
    return [blocks(`${at}${pointer}`, `“${id}” holds no person`, 'name a field of kind person')];
  });
}

function unusedProblems(at: string, { id }: Chain, { definition }: DefinitionUnderCheck): Problem[] {
  if (definition.workflow.states.some(({ chain }) => chain === id)) return [];
  return [advises(at, `no state routes by “${id}”`, 'name it as the chain of a state, or remove it')];
}
