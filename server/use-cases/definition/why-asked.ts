import type { Gate } from '../../../domain/approval/gate-schema.ts';
import type { Condition } from '../../../domain/condition/condition.ts';
import type { Speaker } from '../../../domain/definition/speaker.ts';

/** When a gate is asked for, to whoever makes a request: as the designer says it, else its condition in words; null where it always is. */
export function whyAsked({ help, when }: Pick<Gate, 'help' | 'when'>, say: Speaker): string | null {
  if (help !== undefined) return say.text(help);
  return when === undefined ? null : `Because ${say.condition(when as Condition)}.`;
}
