import { checkCondition } from '../condition/check-condition.ts';
import { factsReadBy } from '../condition/condition-facts.ts';
import type { Problem as ConditionProblem } from '../condition/grammar/problem.ts';
import { readExpression } from '../condition/read-condition.ts';
import { advises, blocks, type Problem } from '../error/problem.ts';
import type { FactCatalogue, FactDeclaration } from '../fact/fact.ts';
import { fieldDependencies, fieldOfFact } from './field-dependencies.ts';
import { type Field, isAsked } from './fields/field-kinds.ts';
import { formCatalogue } from './form-facts.ts';
import type { Form } from './form-schema.ts';
import { seersOf } from './may-see-field.ts';

/** Conditions and expressions that cannot be used, fields that decide about themselves, and computed values that tell what a field keeps. */
export function checkFormConditions(form: Form, otherFacts: Iterable<FactDeclaration>): Problem[] {
  const all = [...formCatalogue(form), ...otherFacts];
  const catalogue: FactCatalogue = new Map(all.map((fact) => [fact.key, fact]));
  const bySections = form.sections.flatMap(({ when }, index) =>
    when === undefined ? [] : at(`/form/sections/${index}/when`, checkCondition(when, catalogue)),
  );
  const byFields = form.fields.flatMap((field, index) =>
    conditionProblems(field, catalogue, `/form/fields/${index}`),
  );
  return [...bySections, ...byFields, ...circleProblems(form), ...tellingProblems(form)];
}

function at(pointer: string, problems: readonly ConditionProblem[]): Problem[] {
  return problems.map(({ path, message, mend }) => blocks(pointer + path, message, mend));
}

function conditionProblems(field: Field, catalogue: FactCatalogue, pointer: string): Problem[] {
  const problems: Problem[] = [];
  if (field.when !== undefined)
    problems.push(...at(`${pointer}/when`, checkCondition(field.when, catalogue)));
  if (isAsked(field) && typeof field.required === 'object')
    problems.push(...at(`${pointer}/required`, checkCondition(field.required, catalogue)));
  if (field.kind === 'computed')
    problems.push(...at(`${pointer}/value`, readExpression(field.value, field.type, catalogue).problems));
  return problems;
}

function circleProblems(form: Form): Problem[] {
  const dependencies = fieldDependencies(form);
  return form.fields.flatMap(({ id }, index) => {
    const circle = pathBack(id, dependencies);
    if (circle === undefined) return [];
    const message =
      circle.length === 1
        ? `“${id}” decides about itself`
        : `“${circle.join('” depends on “')}” depends on “${id}” again`;
    return [blocks(`/form/fields/${index}`, message, 'take one of them out of the condition of another')];
  });
}

/** The shortest way from a field over those that decide about it back to itself, if there is one. */
function pathBack(
  start: string,
  dependencies: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] | undefined {
  const seen = new Set<string>();
  const paths: (readonly string[])[] = [[start]];
  for (const path of paths) {
    for (const next of dependencies.get(path.at(-1) ?? start) ?? []) {
      if (next === start) return path;
      if (seen.has(next)) continue;
      seen.add(next);
      paths.push([...path, next]);
    }
  }
  return undefined;
}

function tellingProblems(form: Form): Problem[] {
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  return form.fields.flatMap((field, index) => {
    if (field.kind !== 'computed') return [];
    const seers = seersOf(field);
    for (const key of factsReadBy(field.value)) {
      const read = fields.get(fieldOfFact(fields, key) ?? '');
      const kept = read === undefined ? undefined : seersOf(read);
      if (read === undefined || kept === undefined) continue;
      if (seers?.every((name) => kept.includes(name)) === true) continue;
      const message = `“${field.id}” tells something of “${read.id}” to people who do not see that`;
      return [
        advises(`/form/fields/${index}/see`, message, `let the same roles see both: ${kept.join(', ')}`),
      ];
    }
    return [];
  });
}
