import { randomUUID } from 'node:crypto';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import type { DesignBrief } from '../../server/use-cases/definition/list-drafts.ts';
import { importDraft, yamlIn } from '../features/types/import-draft.server.ts';
import { mayDesign } from '../features/types/type-page.server.ts';
import { maybe, must, whoever } from '../lib/api.server.ts';
import type { AppContext } from '../lib/app-context.ts';
import { timesIn } from '../lib/times.server.ts';

interface DraftsAnswer {
  readonly items: readonly DesignBrief[];
  readonly next: string | null;
  readonly names: { readonly people: Readonly<Record<string, string>> };
}

/** A request type that comes with Signalbox. */
interface GalleryType {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
}

interface Backlog {
  readonly backlog: readonly { readonly type: string; readonly open: number }[];
}

/** Every request type, and how far it is. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { id, zone, roles } = whoever(context);
  const cursor = new URL(request.url).searchParams.get('cursor') ?? '';
  const [drafts, numbers, ready] = await Promise.all([
    must<DraftsAnswer>(context, 'listDrafts', { query: { limit: 50, cursor, expand: 'names' } }),
    maybe<Backlog>(context, 'getMetricsSummary'),
    maybe<{ readonly items: readonly GalleryType[] }>(context, 'listGallery'),
  ]);
  const times = timesIn(zone);
  const open = new Map<string, number>();
  for (const { type, open: count } of numbers?.backlog ?? []) open.set(type, (open.get(type) ?? 0) + count);
  return {
    rows: drafts.items.map(({ slug, title, live, owner, backup, draft }) => ({
      slug,
      title,
      live,
      owner,
      backup,
      waiting: draft.waiting
        ? { who: drafts.names.people[draft.savedBy] ?? draft.savedBy, at: times.when(draft.savedAt) }
        : null,
      blocking: draft.blocking,
      advisory: draft.advisory,
      open: open.get(slug) ?? 0,
    })),
    next: drafts.next,
    ready: (ready?.items ?? []).filter(({ slug }) => !drafts.items.some((draft) => draft.slug === slug)),
    own: roles.includes('admin') ? `/directory/people/${id}` : null,
    designs: mayDesign(roles),
    key: randomUUID(),
  };
}

/** Takes a definition in as a draft. */
export async function action({ context, request }: ActionFunctionArgs) {
  whoever(context);
  const posted = await request.formData();
  const yaml = posted.get('_intent') === 'ready' ? await readyYaml(context, posted) : await yamlIn(posted);
  const imported = await importDraft(context, yaml, String(posted.get('_key') ?? ''));
  if ('slug' in imported) return redirect(`/types/${imported.slug}/draft`);
  return imported;
}

/** The text of the type that comes with Signalbox and was chosen. */
async function readyYaml(context: AppContext, posted: FormData): Promise<string> {
  const slug = String(posted.get('slug') ?? '');
  const { yaml } = await must<{ readonly yaml: string }>(context, 'getGalleryType', { params: { slug } });
  return yaml;
}
