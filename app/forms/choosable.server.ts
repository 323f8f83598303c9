import type { Form } from '../../domain/form/form-schema.ts';
import { must } from '../lib/api.server.ts';
import type { AppContext } from '../lib/app-context.ts';
import type { OptionView } from './form-view.ts';

/** What of the directory can be chosen in a form; a kind that the form does not ask for is empty. */
export interface Choosable {
  readonly person: readonly OptionView[];
  readonly team: readonly OptionView[];
  readonly account: readonly OptionView[];
}

const lists = { person: 'listPeople', team: 'listTeams', account: 'listAccounts' } as const;
/** Pages of 200 that a choice holds. */
const pages = 10;

interface Listed {
  readonly items: readonly {
    readonly id: string;
    readonly kind?: string;
    readonly name?: string;
    readonly title?: string | null;
  }[];
  readonly next: string | null;
}

/** The people, teams and accounts that questions of this form let one choose among, by name. */
export async function choosableIn(
  context: Pick<AppContext, 'api' | 'person'>,
  form: Form,
): Promise<Choosable> {
  const kinds = new Set<string>(
    form.fields.flatMap((field) =>
      field.kind === 'table' ? field.columns.map(({ kind }) => kind) : [field.kind],
    ),
  );
  const listed = async (kind: keyof typeof lists) => (kinds.has(kind) ? await all(context, lists[kind]) : []);
  const [person, team, account] = await Promise.all([listed('person'), listed('team'), listed('account')]);
  return { person, team, account };
}

async function all(context: Pick<AppContext, 'api' | 'person'>, operation: string): Promise<OptionView[]> {
  const found: OptionView[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pages; page += 1) {
    const { items, next } = await must<Listed>(context, operation, { query: { limit: 200, cursor } });
    for (const { id, kind, name, title } of items)
      if (kind !== 'service') found.push({ id, label: name ?? title ?? id });
    if (next === null) break;
    cursor = next;
  }
  return found;
}
