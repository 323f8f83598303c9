import type { LoaderFunctionArgs } from '@remix-run/node';
import { numbersPage } from '../features/numbers/numbers-page.server.ts';

/** The numbers of the days and the request type that the address names. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  return numbersPage(context, new URL(request.url));
}
