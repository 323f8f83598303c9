import { blocks, type Problem } from '../error/problem.ts';
import { type GateContext, knownPeople } from './gate-context.ts';
import type { Gate, GateStep } from './gate-schema.ts';

/** Since one person counts once in a gate, its steps together need as many people as have to sign them. */
export function distinctSignerProblems(
  at: string,
  gate: Gate,
  { registry }: GateContext,
): readonly Problem[] {
  if (registry === undefined || gate.steps.length === 1) return [];
  const sources = gate.steps.flatMap(({ approvers, backup }) => [...approvers, ...(backup ?? [])]);
  const people = knownPeople([...sources, ...(gate.escalation ?? [])], registry);
  const needed = gate.steps.reduce((sum, step) => sum + fewest(step), 0);
  if (people === undefined || people.size === 0 || people.size >= needed) return [];
  return [
    blocks(
      `${at}/steps`,
      `its steps need ${needed} different people and only ${people.size} can sign`,
      'name more approvers, or let one step do',
    ),
  ];
}

function fewest({ quorum }: GateStep): number {
  return quorum.kind === 'n' ? quorum.n : 1;
}
