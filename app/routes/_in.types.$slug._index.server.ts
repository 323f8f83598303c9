import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { overviewPage } from '../features/types/overview-page.server.ts';
import { isOnlyDraft } from '../features/types/type-page.server.ts';
import { whoever } from '../lib/api.server.ts';

/** The live version of a request type in words; one that was never published has a draft alone. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  whoever(context);
  const slug = params['slug'] ?? '';
  if (await isOnlyDraft(context, slug)) throw redirect(`/types/${slug}/draft`);
  return overviewPage(context, slug);
}
