import { type ActionFunctionArgs, redirect } from '@remix-run/node';

/** A GET changes nobody. */
export function loader() {
  throw redirect('/');
}

/** Goes on as another persona of the demo; anywhere else there is no such page. */
export async function action({ context, request }: ActionFunctionArgs) {
  const persona = (await request.formData()).get('persona');
  const result = await context.signInAs(typeof persona === 'string' ? persona : '');
  if ('refused' in result) throw new Response(null, { status: 404 });
  throw redirect('/', { headers: { 'Set-Cookie': result.cookie } });
}
