import type { LoaderFunctionArgs } from '@remix-run/node';
import { inboxPart } from '../features/inbox/inbox-page.server.ts';
import { inboxQuery } from '../features/inbox/inbox-query.ts';
import { whoever } from '../lib/api.server.ts';

/** A part of the list of an inbox, for a page that is there already. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  whoever(context);
  const { searchParams } = new URL(request.url);
  return inboxPart(context, inboxQuery(searchParams), searchParams);
}
