import type { Condition } from '../condition/condition.ts';
import type { Definition } from './definition-schema.ts';

/** A condition and where in the document it stands (RFC 6901). */
export interface PlacedCondition {
  readonly pointer: string;
  readonly condition: Condition;
}

type Found = (pointer: string, condition: Condition | undefined) => void;

/** Every condition of a definition with its place; values of computed fields are expressions, not conditions, and are left out. */
export function conditionsOf(definition: Definition): readonly PlacedCondition[] {
  const found: PlacedCondition[] = [];
  const add: Found = (pointer, condition) => {
    if (condition !== undefined) found.push({ pointer, condition });
  };
  formConditions(definition, add);
  definition.workflow.transitions.forEach(({ guard }, i) => {
    add(`/workflow/transitions/${i}/guard`, guard);
  });
  chainConditions(definition, add);
  (definition.gates ?? []).forEach(({ when }, i) => {
    add(`/gates/${i}/when`, when);
  });
  (definition.clocks ?? []).forEach(({ targets }, i) => {
    targets.forEach(({ when }, j) => {
      add(`/clocks/${i}/targets/${j}/when`, when);
    });
  });
  (definition.integrations ?? []).forEach(({ when }, i) => {
    add(`/integrations/${i}/when`, when);
  });
  return found;
}

function formConditions({ form }: Definition, add: Found): void {
  form.sections.forEach(({ when }, i) => {
    add(`/form/sections/${i}/when`, when);
  });
  form.fields.forEach((field, i) => {
    add(`/form/fields/${i}/when`, field.when);
    if ('required' in field && typeof field.required !== 'boolean')
      add(`/form/fields/${i}/required`, field.required);
  });
}

function chainConditions({ chains }: Definition, add: Found): void {
  chains.forEach(({ screen, suppress, rules }, i) => {
    (screen ?? []).forEach((item, j) => {
      if (item.kind === 'condition') add(`/chains/${i}/screen/${j}/when`, item.when);
    });
    (suppress ?? []).forEach((item, j) => {
      add(`/chains/${i}/suppress/${j}/when`, item.when);
      if (item.until !== undefined && 'when' in item.until)
        add(`/chains/${i}/suppress/${j}/until/when`, item.until.when);
    });
    rules.forEach(({ when }, j) => {
      add(`/chains/${i}/rules/${j}/when`, when);
    });
  });
}
