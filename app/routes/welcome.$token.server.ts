import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** What the link is for; one that is used up, too old or none of ours is answered 404, and its page says how to get another. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const link = await context.readLink(params['token'] ?? '');
  if (link === null) throw new Response(null, { status: 404 });
  return link;
}

/** Uses the link up: names the administrator or sets a password, and signs in. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const result = await context.redeemLink({
    token: params['token'] ?? '',
    name: text(form, 'name'),
    email: text(form, 'email'),
    password: text(form, 'password'),
  });
  if ('refused' in result) return { refused: result.refused };
  throw redirect('/', { headers: { 'Set-Cookie': result.cookie } });
}
