import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { changeOne, objectPage } from '../features/directory/pages.server.ts';

/** One thing in the directory. */
export function loader({ context, params, request }: LoaderFunctionArgs) {
  return objectPage(context, { kind: params['kind'], id: params['id'] ?? '' }, new URL(request.url));
}

/** Does something to it. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  return changeOne(context, { kind: params['kind'], id: params['id'] ?? '' }, await request.formData());
}
