import { factsReadBy } from '../condition/condition-facts.ts';
import { isBoundedJson } from '../form/bounded-json.ts';
import type { Gate } from './gate-schema.ts';

/**
 * The material fields whose change opens a gate again: those its condition reads, those its approvers come from, and those it names
 * in `inputs`. A gate that reads none of them was decided on the whole request: every material field.
 */
export function gateInputs(gate: Gate, materialFields: readonly string[]): readonly string[] {
  const read = new Set([...conditionFields(gate.when), ...sourceFields(gate), ...(gate.inputs ?? [])]);
  const inputs = materialFields.filter((field) => read.has(field));
  return inputs.length === 0 ? [...materialFields] : inputs;
}

function conditionFields(when: unknown): readonly string[] {
  if (when === undefined || !isBoundedJson(when, 100)) return [];
  return [...factsReadBy(when)].map((key) => key.split('.', 1)[0] ?? key);
}

function sourceFields(gate: Gate): readonly string[] {
  const ofSteps = gate.steps.flatMap(({ approvers, backup }) => [...approvers, ...(backup ?? [])]);
  return [...ofSteps, ...(gate.escalation ?? [])].flatMap((source) =>
    'field' in source ? [source.field] : [],
  );
}
