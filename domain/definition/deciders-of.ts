import type { ApproverSource } from '../approval/approver-source-schema.ts';
import type { Gate } from '../approval/gate-schema.ts';
import type { Definition } from './definition-schema.ts';
import type { NamesOfOthers } from './names-of-others.ts';
import { oneOfRole } from './role-in-words.ts';

/** Who has a say in requests of a type, to whoever makes one; each as it stands behind “by”. */
export interface Deciders {
  /** Who answers for all of them. */
  readonly accountable: string;
  /** Who may be asked to approve, in the order of the gates, each once. */
  readonly approvers: readonly string[];
}

/** Who usually decides on requests of a definition; `others` are names of what it points at. */
export function decidersOf(
  { owner, gates = [] }: Pick<Definition, 'owner' | 'gates'>,
  others: NamesOfOthers = {},
): Deciders {
  const approvers = gates.flatMap((gate) => signersOfGate(gate, others));
  return { accountable: inWords(owner, others), approvers: [...new Set(approvers)] };
}

/** Who is asked to sign a gate, each as it stands behind “by” to whoever made the request. */
export function signersOfGate({ steps }: Pick<Gate, 'steps'>, others: NamesOfOthers = {}): readonly string[] {
  const sources = steps.flatMap(({ approvers }) => approvers);
  return [...new Set(sources.map((source) => inWords(source, others)))];
}

function inWords(source: ApproverSource, { roles, teams }: NamesOfOthers): string {
  if ('role' in source) return `the ${oneOfRole(roles?.[source.role] ?? source.role.replaceAll('-', ' '))}`;
  if ('team' in source) return `the team ${teams?.[source.team] ?? source.team}`;
  if ('field' in source) return 'the person you name';
  return 'manager' in source ? 'your manager' : 'the account’s owner';
}
