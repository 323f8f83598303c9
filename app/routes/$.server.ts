import { json, type LoaderFunctionArgs } from '@remix-run/node';
import { frameFor } from '../lib/frame-data.server.ts';

/** An address that leads nowhere: with the frame for whoever is signed in. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { person } = context;
  return json({ frame: person === null ? null : await frameFor(context, person) }, { status: 404 });
}
