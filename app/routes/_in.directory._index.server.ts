import { redirect } from '@remix-run/node';

/** The directory begins with people. */
export function loader() {
  return redirect('/directory/people');
}
