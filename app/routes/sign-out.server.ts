import { type ActionFunctionArgs, redirect } from '@remix-run/node';

/** A GET signs nobody out. */
export function loader() {
  throw redirect('/');
}

/** Ends the session. */
export async function action({ context }: ActionFunctionArgs) {
  throw redirect('/sign-in', { headers: { 'Set-Cookie': await context.signOut() } });
}
