import { blocks, type Problem } from '../error/problem.ts';
import type { ApproverSource } from './approver-source-schema.ts';
import type { GateContext } from './gate-context.ts';

/** What is wrong with where approvers come from: roles, teams and fields that are not there, and fields that hold no person. */
export function sourceProblems(
  at: string,
  sources: readonly ApproverSource[] | undefined,
  context: GateContext,
): readonly Problem[] {
  return (sources ?? []).flatMap((source, index) => {
    const found = sourceProblem(`${at}/${index}`, source, context);
    return found === undefined ? [] : [found];
  });
}

function sourceProblem(
  at: string,
  source: ApproverSource,
  { fields, registry }: GateContext,
): Problem | undefined {
  if ('role' in source && registry !== undefined && !registry.roles.has(source.role))
    return blocks(`${at}/role`, `there is no role “${source.role}”`, 'create the role or name another');
  if ('team' in source && registry !== undefined && !registry.teams.has(source.team))
    return blocks(`${at}/team`, `there is no team “${source.team}”`, 'create the team or name another');
  if (!('field' in source)) return undefined;
  const field = fields.find(({ id }) => id === source.field);
  if (field === undefined)
    return blocks(`${at}/field`, `there is no field “${source.field}”`, 'name a person field of the form');
  if (field.kind !== 'person')
    return blocks(`${at}/field`, `“${source.field}” holds no person`, 'name a field of kind person');
  return undefined;
}
