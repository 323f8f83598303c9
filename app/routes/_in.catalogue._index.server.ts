import type { LoaderFunctionArgs } from '@remix-run/node';
import { catalogueOf } from '../lib/catalogue-types.server.ts';

/** Everything the person may ask for, and what they look for. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  return {
    q: new URL(request.url).searchParams.get('q') ?? '',
    setsUp: ['admin', 'designer'].some((role) => context.person?.roles.includes(role)),
    ...(await catalogueOf(context)),
  };
}
