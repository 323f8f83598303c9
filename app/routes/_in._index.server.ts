import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { firstSteps } from '../features/start/first-steps.server.ts';

/** The start page: the request types and how the installation is doing, for whoever is signed in; what to do first where there is nothing yet. */
export async function loader({ context }: LoaderFunctionArgs) {
  if (context.person === null) throw redirect('/sign-in');
  const page = await context.startPage();
  return { ...page, steps: page.types.length === 0 ? await firstSteps(context) : [] };
}
