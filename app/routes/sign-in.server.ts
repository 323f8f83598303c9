import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** Whoever is signed in has nothing to do here. */
export function loader({ context }: LoaderFunctionArgs) {
  if (context.person !== null) throw redirect('/');
  return null;
}

/** Signs in, or says why not in the same words for every reason. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const result = await context.signIn({ email: text(form, 'email'), password: text(form, 'password') });
  if ('refused' in result) return { refused: result.refused };
  throw redirect('/', { headers: { 'Set-Cookie': result.cookie } });
}
