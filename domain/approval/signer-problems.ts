import { advises, blocks, type Problem } from '../error/problem.ts';
import { knownPeople, type StepUnderCheck } from './gate-context.ts';

/** What is wrong with who could sign a step: nobody, only somebody who may be the requester, or fewer than its quorum. */
export function signerProblems({ gate, step, at, context }: StepUnderCheck): readonly Problem[] {
  const { registry } = context;
  if (registry === undefined) return [];
  const sources = [...step.approvers, ...(step.backup ?? []), ...(gate.escalation ?? [])];
  const people = knownPeople(sources, registry);
  if (people === undefined) return numberProblems({ gate, step, at, context });
  const pointer = `${at}/approvers`;
  const mend = 'give the role to somebody, or name a backup';
  if (people.size === 0) return [blocks(pointer, `nobody can sign “${step.id}”`, mend)];
  const [only] = people;
  const maySubmit = only !== undefined && (registry.submitters?.has(only) ?? true);
  if (people.size === 1 && maySubmit)
    return [
      blocks(
        pointer,
        `only ${only} can sign “${step.id}”, and nobody could when ${only} is the requester`,
        mend,
      ),
    ];
  return numberProblems({ gate, step, at, context });
}

function numberProblems({ gate, step, at, context }: StepUnderCheck): readonly Problem[] {
  if (step.quorum.kind !== 'n' || context.registry === undefined) return [];
  const sources = [...step.approvers, ...(step.backup ?? []), ...(gate.escalation ?? [])];
  const { n } = step.quorum;
  const most = mostPeople(sources, context.registry);
  const pointer = `${at}/quorum/n`;
  if (n > most)
    return [
      blocks(pointer, `${n} have to sign and only ${most} can`, 'lower the number or name more approvers'),
    ];
  if (n === most)
    return [
      advises(
        pointer,
        `all ${most} who can sign have to, so none of them can be the requester or away`,
        'name a backup',
      ),
    ];
  return [];
}

/** The most people some sources can ever name; a source that depends on the case names one. */
function mostPeople(
  sources: StepUnderCheck['step']['approvers'],
  registry: NonNullable<StepUnderCheck['context']['registry']>,
): number {
  const fixed = sources.filter((source) => 'role' in source || 'team' in source);
  return (knownPeople(fixed, registry)?.size ?? 0) + sources.length - fixed.length;
}
