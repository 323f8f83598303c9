import { blocks, type Problem } from '../error/problem.ts';
import { type ApproverSource, sourceInWord } from './approver-source-schema.ts';
import type { GateContext } from './gate-context.ts';

/** The material fields some approvers could not read: they would decide on what they have not seen. */
export function sightProblems(
  at: string,
  sources: readonly ApproverSource[] | undefined,
  { fields }: GateContext,
): readonly Problem[] {
  const material = fields.filter(({ kind, material: counts }) => counts !== false && kind !== 'note');
  return (sources ?? []).flatMap((source, index) =>
    material
      .filter(({ see }) => see !== undefined && !see.includes('approver') && !isRoleIn(source, see))
      .map(({ id }) =>
        blocks(
          `${at}/${index}`,
          `${sourceInWord(source)} cannot read “${id}”, which is part of what is decided on`,
          `let the field's “see” name approver, or set material: false on “${id}”`,
        ),
      ),
  );
}

function isRoleIn(source: ApproverSource, see: readonly string[]): boolean {
  return 'role' in source && see.includes(source.role);
}
