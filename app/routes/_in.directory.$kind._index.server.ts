import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { listPage, makeOne } from '../features/directory/pages.server.ts';

/** A list of one kind of thing in the directory, or the form that makes one. */
export function loader({ context, params, request }: LoaderFunctionArgs) {
  return listPage(context, params['kind'], new URL(request.url));
}

/** Makes one. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  return makeOne(context, params['kind'], await request.formData());
}
