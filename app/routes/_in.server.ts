import type { LoaderFunctionArgs } from '@remix-run/node';
import { whoever } from '../lib/api.server.ts';
import { frameFor } from '../lib/frame-data.server.ts';

/** What the frame around every page shows. */
export async function loader({ context }: LoaderFunctionArgs) {
  return frameFor(context, whoever(context));
}
