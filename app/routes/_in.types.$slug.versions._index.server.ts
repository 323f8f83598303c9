import { randomUUID } from 'node:crypto';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import type { Difference } from '../../domain/definition/difference.ts';
import { typeHead } from '../features/types/type-page.server.ts';
import { maybe, refusedOf, whoever } from '../lib/api.server.ts';

/** Differences are told of the newest versions; those of older ones stand on their own pages. */
const toldVersions = 20;

/** Everything that became of a request type, newest first. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  whoever(context);
  const slug = params['slug'] ?? '';
  const head = await typeHead(context, slug);
  const told = head.deeds.filter(({ kind }) => kind === 'published').slice(0, toldVersions);
  const answers = await Promise.all(
    told.map(async ({ n }) => {
      const answer = await maybe<{ readonly items: readonly Difference[] }>(
        context,
        'listRequestTypeVersionDifferences',
        { params: { slug, n: String(n) } },
      );
      return [n, answer?.items ?? null] as const;
    }),
  );
  const differences = new Map(answers);
  return {
    head,
    entries: head.deeds.map((deed) => ({
      deed,
      differences: deed.kind === 'published' ? (differences.get(deed.n) ?? null) : null,
      key: randomUUID(),
    })),
  };
}

/** Goes back to an earlier version, with a reason. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  whoever(context);
  const slug = params['slug'] ?? '';
  const posted = await request.formData();
  const text = (name: string): string => String(posted.get(name) ?? '');
  const [to, reason] = [Number(text('to')), text('reason')];
  const answer = await context.api('rollBack', {
    params: { slug },
    body: { reason, to },
    key: text('_key'),
  });
  if (answer.ok) return redirect(`/types/${slug}/versions`);
  return { to, reason, refused: refusedOf(answer) };
}
