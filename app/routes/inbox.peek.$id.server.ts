import type { LoaderFunctionArgs } from '@remix-run/node';
import { peekView } from '../features/inbox/peek-view.server.ts';
import { whoever } from '../lib/api.server.ts';

/** A case as it is shown beside the list, for a page that is there already; null when it is not to be seen. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  whoever(context);
  return { peek: await peekView(context, params['id'] ?? '') };
}
