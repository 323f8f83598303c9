import { type LoaderFunctionArgs, redirect } from '@remix-run/node';

/** The start page: the request types and how the installation is doing, for whoever is signed in. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { person } = context;
  if (person === null) throw redirect('/sign-in');
  return context.startPage();
}
