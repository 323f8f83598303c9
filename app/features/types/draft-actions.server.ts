import { redirect } from '@remix-run/node';
import type { Json } from '../../../domain/hash/canonical-json.ts';
import { type Refused, refusedOf } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { yamlIn } from './import-draft.server.ts';
import { type MadeNeeds, makeNeeds } from './make-needs.server.ts';

/** What was refused, with what was typed. */
export interface RefusedDraft {
  readonly intent: DraftIntent;
  readonly refused: Refused;
  readonly yaml: string | null;
  /** The rev that what was typed was made from. */
  readonly rev: number | null;
  readonly reason: string;
}

const intents = ['save', 'import', 'publish', 'reset', 'start'] as const;
type DraftIntent = (typeof intents)[number];

/** Carries out what a form of the draft's page asks; a refusal comes back with what was typed. */
export async function draftAction(
  context: AppContext,
  slug: string,
  posted: FormData,
): Promise<RefusedDraft | MadeNeeds> {
  const text = (name: string): string => String(posted.get(name) ?? '');
  if (text('_intent') === 'needs')
    return makeNeeds(context, slug, {
      key: text('_key'),
      second: text('second'),
      title: text('title').slice(0, 200) || slug,
    });
  const intent = intents.find((one) => one === text('_intent'));
  if (intent === undefined) throw new Response(null, { status: 400 });
  const typed = {
    yaml: intent === 'save' ? await yamlIn(posted) : null,
    rev: revIn(text('rev')),
    reason: text('reason'),
  };
  const answer = await asked(context, { slug, intent, text, posted });
  if (answer.ok) throw redirect(`/types/${slug}/draft?done=${intent}`);
  return { intent, refused: refusedOf(answer), ...typed };
}

function revIn(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

interface Asked {
  readonly slug: string;
  readonly intent: DraftIntent;
  readonly text: (name: string) => string;
  readonly posted: FormData;
}

async function asked(context: AppContext, { slug, intent, text, posted }: Asked) {
  const about = { params: { slug }, key: text('_key') };
  const rev = revIn(text('rev'));
  const seen = rev === null ? {} : { seen: rev };
  if (intent === 'publish') {
    const base = text('base') === '' ? null : Number(text('base'));
    return context.api('publishDraft', { ...about, body: { reason: text('reason'), base } });
  }
  if (intent === 'save' || intent === 'import')
    return context.api('saveDraft', { ...about, ...seen, body: await yamlIn(posted) });
  const version = await context.api<{ readonly document: Json }>('getRequestTypeVersion', {
    params: { slug, n: text('base') },
  });
  return version.ok ? context.api('saveDraft', { ...about, ...seen, body: version.body.document }) : version;
}
