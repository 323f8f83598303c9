import type { LoaderFunctionArgs } from '@remix-run/node';
import type { OverviewSection } from '../../domain/definition/overview-item.ts';
import { must, refusedOf, whoever } from '../lib/api.server.ts';

/** The draft of a request type in words, as it would read once published; why not, where it cannot be read yet. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  whoever(context);
  const slug = params['slug'] ?? '';
  const about = { params: { slug } };
  const answer = await context.api<{ readonly title: string; readonly sections: readonly OverviewSection[] }>(
    'getDraftText',
    about,
  );
  if (answer.ok) return { slug, title: answer.body.title, sections: answer.body.sections, refused: null };
  if (answer.code !== 'DEFINITION_INVALID') await must(context, 'getDraftText', about);
  return { slug, title: slug, sections: [], refused: refusedOf(answer) };
}
