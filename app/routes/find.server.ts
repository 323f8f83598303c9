import type { LoaderFunctionArgs } from '@remix-run/node';
import { found } from '../features/find/found.server.ts';

/** What the palette finds by some words. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  return found(context, new URL(request.url).searchParams.get('q') ?? '');
}
