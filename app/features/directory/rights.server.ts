import type { ActionOn, SubjectName } from '../../../domain/access/subjects.ts';
import { must } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';

interface Rule {
  readonly action: readonly string[];
  readonly subject: string;
  readonly conditions: Readonly<Record<string, string | boolean | null>>;
  readonly inverted?: boolean;
}

/** Whoever asks for a page of the directory, and what they may do to a thing of it. */
export interface Me {
  readonly id: string;
  readonly roles: readonly string[];
  may<N extends SubjectName>(
    action: ActionOn<N>,
    subject: N,
    doc?: Readonly<Record<string, unknown>>,
  ): boolean;
}

/** Who asks, by the API's own answer: the last rule that fits counts, as the API reads them. */
export async function whoAsks(context: Pick<AppContext, 'api' | 'person'>): Promise<Me> {
  const { id, systemRoles, rules } = await must<{
    readonly id: string;
    readonly systemRoles: readonly string[];
    readonly rules: readonly Rule[];
  }>(context, 'getMe');
  return {
    id,
    roles: systemRoles,
    may(action, subject, doc = {}) {
      const fitting = rules.findLast(
        (rule) =>
          rule.subject === subject &&
          rule.action.includes(action) &&
          Object.entries(rule.conditions).every(([name, value]) => doc[name] === value),
      );
      return fitting !== undefined && fitting.inverted !== true;
    },
  };
}
