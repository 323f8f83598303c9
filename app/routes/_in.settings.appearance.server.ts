import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { whoever } from '../lib/api.server.ts';
import { knownKeys } from '../lib/key-list.ts';
import { type Look, lookCookies, lookOf, ownKeysCookie } from '../lib/look.server.ts';
import { ownKeysIn } from '../lib/own-keys.ts';

/** How this browser shows Signalbox now. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  whoever(context);
  const saved = new URL(request.url).searchParams.get('saved');
  return { ...lookOf(request.headers.get('Cookie')), saved };
}

/** Keeps how this browser shows Signalbox; the next page comes in it from its first paint. */
export async function action({ context, request }: ActionFunctionArgs) {
  whoever(context);
  const form = await request.formData();
  if (form.get('what') === 'keys') return keep(form);
  const theme = form.get('theme');
  const look: Look = {
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    keys: form.get('keys') === 'on',
    exact: form.get('exact') === 'on',
  };
  throw redirect('/settings/appearance?saved=1', { headers: [...lookCookies(look)] });
}

/** Keeps somebody's own keys, unless one cannot be taken. */
function keep(form: FormData) {
  const typed = Object.fromEntries(
    knownKeys.map(({ name }) => {
      const text = form.get(`key ${name}`);
      return [name, typeof text === 'string' ? text : ''];
    }),
  );
  const { own, wrong } = ownKeysIn(form.has('usual') ? {} : typed);
  if (Object.keys(wrong).length > 0) return json({ typed, wrong }, { status: 422 });
  throw redirect('/settings/appearance?saved=keys', { headers: [ownKeysCookie(own)] });
}
