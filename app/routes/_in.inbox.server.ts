import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { inboxPage } from '../features/inbox/inbox-page.server.ts';
import { runMany } from '../features/inbox/run-many.server.ts';
import { whoever } from '../lib/api.server.ts';

/** The inbox as its address says. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  whoever(context);
  return inboxPage(context, new URL(request.url));
}

/** Does one thing to every chosen case and says what came of it. */
export async function action({ context, request }: ActionFunctionArgs) {
  whoever(context);
  return runMany(context, await request.formData());
}
