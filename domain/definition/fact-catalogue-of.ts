import { factsReadBy } from '../condition/condition-facts.ts';
import type { FactCatalogue, FactDeclaration } from '../fact/fact.ts';
import { formCatalogue } from '../form/form-facts.ts';
import { textIn } from '../form/text-schema.ts';
import { conditionsOf } from './conditions-of.ts';
import type { Definition } from './definition-schema.ts';
import { openCasesFact, parseOpenCasesFact, standardFacts } from './standard-facts.ts';

/** Every fact a definition's conditions may read: of its form, of people, account, territory, time, scores, counts and providers. */
export function factCatalogueOf(definition: Definition): FactCatalogue {
  const language = definition.form.language;
  const declared: FactDeclaration[] = [
    ...standardFacts,
    ...formCatalogue(definition.form),
    ...(definition.scores ?? []).map(
      ({ id, label }): FactDeclaration => ({
        key: `score.${id}`,
        type: 'number',
        origin: 'score',
        label: textIn(label, language),
      }),
    ),
    ...(definition.provided ?? []).map(
      ({ id, type, label, provider }): FactDeclaration => ({
        key: id,
        type,
        origin: `provider ${provider}`,
        label: textIn(label, language),
      }),
    ),
  ];
  for (const { condition } of conditionsOf(definition)) {
    for (const key of factsReadBy(condition)) {
      const counted = parseOpenCasesFact(key);
      if (counted !== undefined) declared.push(openCasesFact(counted.type, counted.of));
    }
  }
  return new Map(declared.map((fact) => [fact.key, fact]));
}
