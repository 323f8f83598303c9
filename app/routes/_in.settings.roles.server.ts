import type { LoaderFunctionArgs } from '@remix-run/node';
import type { RoleGrant } from '../../domain/access/grants-of-role.ts';
import { tieWords } from '../../domain/access/refusal-to.ts';
import { type AnsweredCaseGrant, caseLine, rightLines } from '../features/settings/right-words.ts';
import { must, whoever } from '../lib/api.server.ts';
import { systemRoleTitle } from '../lib/system-role-titles.ts';

interface Answer {
  readonly everybody: readonly RoleGrant[];
  readonly items: readonly {
    readonly id: string;
    readonly kind: 'system' | 'business';
    readonly title: string | null;
    readonly grants: readonly RoleGrant[];
    readonly people: readonly {
      readonly id: string;
      readonly name: string;
      readonly kind: 'person' | 'service';
    }[];
    readonly more: boolean;
  }[];
  readonly cases: readonly AnsweredCaseGrant[];
}

/** What each role may do, out of the rules themselves, and who has it. */
export async function loader({ context }: LoaderFunctionArgs) {
  whoever(context);
  const { everybody, items, cases } = await must<Answer>(context, 'listRoles');
  const roles = items.map(({ id, kind, title, grants, people, more }) => ({
    ...{ id, kind, people, more },
    title: title ?? systemRoleTitle(id) ?? id,
    rights: rightLines(grants),
  }));
  return {
    everybody: rightLines(everybody),
    system: roles.filter(({ kind }) => kind === 'system'),
    business: roles.filter(({ kind }) => kind === 'business'),
    cases: cases.map((grant) => caseLine(grant, tieWords)),
  };
}
