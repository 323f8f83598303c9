import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { carryOut } from '../features/case/carry-out.server.ts';
import { casePage, shownIn } from '../features/case/case-page.server.ts';
import { maybe } from '../lib/api.server.ts';

/** The page of a case, as its address says. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return casePage(context, params['id'] ?? '', shownIn(new URL(request.url)));
}

/** Carries out what was posted; what was refused is shown beside what refused it. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const id = params['id'] ?? '';
  const form = await request.formData();
  const { deed, refusal } = await carryOut(context, id, form);
  if (refusal !== null) return { refusal };
  if (deed === 'unwatch' && (await maybe(context, 'getCase', { params: { id } })) === null)
    throw redirect('/');
  const address = new URL(request.url);
  const why = address.searchParams.has('why') ? '&why=1' : '';
  const was = form.get('was');
  const before = typeof was === 'string' && was !== '' ? `&was=${encodeURIComponent(was)}` : '';
  throw redirect(`/cases/${encodeURIComponent(id)}?done=${encodeURIComponent(deed)}${before}${why}`);
}
