import type { LoaderFunctionArgs } from '@remix-run/node';
import { whoever } from '../lib/api.server.ts';
import { peopleBy } from '../lib/mentioned-in.server.ts';

const atMost = 8;

/** A few people by words in their names, for whoever writes to mention. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { id: me } = whoever(context);
  const q = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 200);
  const people = await peopleBy(context, q, atMost + 1);
  return { q, people: people.filter(({ id }) => id !== me).slice(0, atMost) };
}
