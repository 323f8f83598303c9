import { advises, blocks, type Problem } from '../error/problem.ts';
import { formCatalogue } from '../form/form-facts.ts';
import { conditionProblems } from '../workflow/condition-problems.ts';
import type { DefinitionUnderCheck } from './definition-under-check.ts';
import { lookUp, repeatedIds } from './look-up.ts';
import { parseOpenCasesFact, standardFacts } from './standard-facts.ts';

/** What is wrong with what a definition takes from and gives to the outside: facts, scores, integrations, expiry. */
export function extensionProblems(under: DefinitionUnderCheck): readonly Problem[] {
  return [
    ...repeatedIds('/scores', 'score', under.definition.scores ?? []),
    ...providedProblems(under),
    ...countedProblems(under),
    ...integrationProblems(under),
    ...expiryProblems(under),
  ];
}

function providedProblems({ definition, registry }: DefinitionUnderCheck): Problem[] {
  const provided = definition.provided ?? [];
  const taken = new Set([...standardFacts, ...formCatalogue(definition.form)].map(({ key }) => key));
  return [
    ...repeatedIds('/provided', 'provided fact', provided),
    ...provided.flatMap(({ id, provider }, index) => [
      ...(taken.has(id)
        ? [blocks(`/provided/${index}/id`, `“${id}” is a fact already`, 'give it another id')]
        : []),
      ...lookUp(`/provided/${index}/provider`, 'provider', provider, registry?.providers),
    ]),
  ];
}

/** Facts that count open cases of a type that does not exist are 0 for ever. */
function countedProblems({ definition, catalogue, registry }: DefinitionUnderCheck): Problem[] {
  const known = registry?.requestTypes;
  if (known === undefined) return [];
  return [...catalogue.keys()].flatMap((key) => {
    const type = parseOpenCasesFact(key)?.type;
    if (type === undefined || type === definition.slug || known.has(type)) return [];
    return [
      advises(
        '',
        `“${key}” counts cases of “${type}”, and there is no such request type`,
        'publish that type too',
      ),
    ];
  });
}

function integrationProblems({ definition, catalogue, registry }: DefinitionUnderCheck): Problem[] {
  const integrations = definition.integrations ?? [];
  return [
    ...repeatedIds('/integrations', 'integration', integrations),
    ...integrations.flatMap(({ connection, when }, index) => [
      ...lookUp(`/integrations/${index}/connection`, 'connection', connection, registry?.connections),
      ...conditionProblems(`/integrations/${index}/when`, when, catalogue),
    ]),
  ];
}

const expiryKinds: ReadonlySet<string> = new Set(['date', 'number', 'computed']);

function expiryProblems({ definition, fields, states }: DefinitionUnderCheck): Problem[] {
  const { expiry, workflow } = definition;
  if (expiry === undefined) return [];
  const field = fields.get(expiry.field);
  const found = [
    ...lookUp('/expiry/state', 'state', expiry.state, states),
    ...lookUp('/expiry/field', 'field', expiry.field, fields),
  ];
  if (field !== undefined && !expiryKinds.has(field.kind))
    found.push(
      blocks(
        '/expiry/field',
        `“${field.id}” holds no date and no number of days`,
        'name a date or number field',
      ),
    );
  const step = workflow.transitions.find(({ id }) => id === expiry.transition);
  if (step === undefined)
    found.push(...lookUp('/expiry/transition', 'transition', expiry.transition, new Set()));
  else if (step.kind !== 'revoke' || !step.from.includes(expiry.state))
    found.push(
      blocks(
        '/expiry/transition',
        `“${step.id}” does not revoke from “${expiry.state}”`,
        `name a transition of kind revoke that leaves “${expiry.state}”`,
      ),
    );
  return found;
}
