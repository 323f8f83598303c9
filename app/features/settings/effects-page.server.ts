import { randomUUID } from 'node:crypto';
import type { EffectKind } from '../../../domain/stream/effect.ts';
import { maybe, must, refusedOf, whoever } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { timesIn } from '../../lib/times.server.ts';
import { textOf } from './typed.server.ts';

interface AnsweredEffect {
  readonly id: string;
  readonly owedBy: { readonly kind: string; readonly id: string };
  readonly kind: EffectKind;
  readonly key: string;
  readonly dueAt: number;
  readonly attempts: number;
  readonly error: string | null;
}

interface Answer {
  readonly items: readonly AnsweredEffect[];
  readonly next: string | null;
  readonly names: { readonly owners: Readonly<Record<string, string>> };
}

/** What each kind of work is for, in words. */
export const workWords: Readonly<Record<EffectKind, string>> = {
  route: 'Find who gets it',
  clock: 'Watch a due time',
  escalate: 'Take a step that is due by the clock',
  notify: 'Tell people about it',
  deliver: 'Tell another system what happened',
  sync: 'Bring another system up to date',
  seat: 'Count it among what somebody holds',
  check: 'See that it is where it should be',
  look: 'Look for cases that wait',
  project: 'Update what lists show',
  recalculate: 'Work out due times again',
  move: 'Move on what somebody held',
  plugin: 'Ask another system',
};

const limit = 50;

/** Work that stopped: what it was to do, for what, why it stopped. */
export async function effectsPage(context: AppContext, url: URL) {
  const { roles, zone } = whoever(context);
  const cursor = url.searchParams.get('cursor') ?? '';
  const { items, next, names } = await must<Answer>(context, 'listEffects', {
    query: { cursor, limit, expand: 'names' },
  });
  const times = timesIn(zone);
  return {
    cursor,
    next: items.length < limit ? null : next,
    mayRedrive: roles.includes('admin'),
    key: randomUUID(),
    lines: await Promise.all(
      items.map(async ({ id, owedBy, kind, key, dueAt, attempts, error }) => ({
        id,
        what: workWords[kind],
        on: placeOf(owedBy, names.owners),
        about: kind === 'deliver' ? await caseOf(context, owedBy.id, key) : null,
        why: error ?? 'It never came to an end.',
        tries: attempts,
        since: times.when(dueAt),
      })),
    ),
  };
}

/** The case that a delivery tells of: it is named by its connection and the position of what it tells. */
async function caseOf(context: AppContext, connection: string, key: string) {
  const id = `${connection.replace(/^connection:/, '')}:${key.replace(/^deliver:/, '')}`;
  const found = await maybe<{ readonly caseId: string; readonly number: string }>(context, 'getDelivery', {
    params: { id },
  });
  return found === null ? null : { label: found.number, to: `/cases/${found.caseId}` };
}

function placeOf({ kind, id }: AnsweredEffect['owedBy'], owners: Answer['names']['owners']) {
  const label = owners[id] ?? id;
  if (kind === 'case') return { label, to: `/cases/${id}` };
  if (kind === 'connection') return { label, to: `/settings/connections/${id.replace(/^connection:/, '')}` };
  return { label, to: null };
}

/** How many were started again, and which were not. */
export interface Redriven {
  readonly tried: number;
  readonly refused: readonly { readonly id: string; readonly why: string }[];
}

/** Starts the chosen work again, one after another. */
export async function redriveChosen(context: AppContext, form: FormData): Promise<Redriven> {
  whoever(context);
  const only = textOf(form, 'only');
  const chosen =
    only === '' ? form.getAll('id').flatMap((id) => (typeof id === 'string' ? [id] : [])) : [only];
  const refused: { id: string; why: string }[] = [];
  for (const [index, id] of chosen.slice(0, limit).entries()) {
    const answer = await context.api('redriveEffect', {
      params: { id },
      key: `${textOf(form, '_key')}.${index}`,
    });
    if (!answer.ok) refused.push({ id, why: refusedOf(answer).detail });
  }
  return { tried: Math.min(chosen.length, limit) - refused.length, refused };
}
