import type { LoaderFunctionArgs } from '@remix-run/node';
import { caseListPage } from '../features/case-list/case-list-page.server.ts';

/** The list of cases as its address narrows it. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  return caseListPage(context, new URL(request.url));
}
