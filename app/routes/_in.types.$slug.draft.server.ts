import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { draftAction } from '../features/types/draft-actions.server.ts';
import { draftPage } from '../features/types/draft-page.server.ts';
import { whoever } from '../lib/api.server.ts';

/** The draft of a request type, and what stands between it and its publishing. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  whoever(context);
  const done = new URL(request.url).searchParams.get('done');
  return { ...(await draftPage(context, params['slug'] ?? '')), done };
}

/** Saves, imports, publishes, sets back or begins a draft. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  whoever(context);
  return draftAction(context, params['slug'] ?? '', await request.formData());
}
