import type { LoaderFunctionArgs } from '@remix-run/node';
import { overviewPage } from '../features/types/overview-page.server.ts';
import { whoever } from '../lib/api.server.ts';

/** One version of a request type in words: the same text as when it was live. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  whoever(context);
  return overviewPage(context, params['slug'] ?? '', params['n'] ?? '');
}
