import { type Definition, definitionSchema } from '../../../domain/definition/definition-schema.ts';
import { textIn } from '../../../domain/form/text-schema.ts';
import type { DraftState } from '../../../domain/stream/draft/draft-stream.ts';
import { type RequestTypeState, versionOf } from '../../../domain/stream/request-type/request-type-stream.ts';
import { idInStream, streamId } from '../../../domain/stream/stream-id.ts';
import type { Keyset } from '../../ports/aggregates.ts';
import { listObjects } from '../directory/read-object.ts';
import { type CheckDeps, checkDocument } from './check-draft.ts';
import { roleTitles } from './names-of-others.ts';
import { loadDocument } from './stored-document.ts';

/** How far one request type is: what is live, what waits in its draft, and who answers for it. */
export interface DesignBrief {
  readonly slug: string;
  readonly title: string;
  readonly live: number | null;
  /** Who answers for it, by the title of the role; null while the draft has not said. */
  readonly owner: string | null;
  readonly backup: string | null;
  readonly draft: {
    readonly rev: number;
    readonly savedAt: number;
    readonly savedBy: string;
    /** True when it says something else than the live version. */
    readonly waiting: boolean;
    readonly blocking: number;
    readonly advisory: number;
  };
}

/** One page of all request types that have a draft, by slug, published or not. */
export async function listDrafts(
  deps: CheckDeps,
  after: Keyset | null,
  limit: number,
): Promise<{ readonly items: readonly DesignBrief[]; readonly next: Keyset | null }> {
  const { items, next } = await listObjects<DraftState>(deps.store, 'draft', after, limit);
  const [types, roles] = await Promise.all([
    deps.store.aggregates.loadMany<RequestTypeState>(
      items.map(({ _id }) => streamId('requestType', idInStream(_id))),
    ),
    roleTitles(deps.store),
  ]);
  const published = new Map(types.map(({ _id, state }) => [idInStream(_id), state]));
  const briefs = await Promise.all(
    items.map(({ _id, state }) => briefOf(deps, state, { type: published.get(idInStream(_id)), roles })),
  );
  return { items: briefs.flat(), next };
}

interface Beside {
  readonly type: RequestTypeState | undefined;
  readonly roles: Readonly<Record<string, string>>;
}

async function briefOf(deps: CheckDeps, state: DraftState, { type, roles }: Beside): Promise<DesignBrief[]> {
  const save = state.saves.at(-1);
  if (save === undefined) return [];
  const live = type === undefined ? undefined : versionOf(type, type.live);
  const document = await loadDocument(deps.store.blobs, save.document);
  const { problems } = await checkDocument(deps, document);
  const spoken: Definition | undefined =
    live === undefined
      ? definitionSchema.safeParse(document).data
      : definitionSchema.safeParse(await loadDocument(deps.store.blobs, live.hash)).data;
  const title = spoken === undefined ? state.slug : textIn(spoken.title, spoken.form.language);
  const role = (id: string | undefined): string | null =>
    id === undefined ? null : (roles[id] ?? id.replaceAll('-', ' '));
  const blocking = problems.filter((problem) => problem.blocking).length;
  return [
    {
      slug: state.slug,
      title,
      live: live?.n ?? null,
      owner: role(spoken?.owner.role),
      backup: role(spoken?.backup.role),
      draft: {
        rev: save.rev,
        savedAt: save.at,
        savedBy: save.by,
        waiting: save.document !== live?.hash,
        blocking,
        advisory: problems.length - blocking,
      },
    },
  ];
}
