import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { whoever } from '../lib/api.server.ts';
import { type Look, lookCookies, lookOf } from '../lib/look.server.ts';

/** How this browser shows Signalbox now. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  whoever(context);
  const saved = new URL(request.url).searchParams.has('saved');
  return { ...lookOf(request.headers.get('Cookie')), saved };
}

/** Keeps how this browser shows Signalbox; the next page comes in it from its first paint. */
export async function action({ context, request }: ActionFunctionArgs) {
  whoever(context);
  const form = await request.formData();
  const theme = form.get('theme');
  const look: Look = {
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    keys: form.get('keys') === 'on',
  };
  throw redirect('/settings/appearance?saved=1', { headers: [...lookCookies(look)] });
}
