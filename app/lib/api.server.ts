import { redirect } from '@remix-run/node';
import type { Ask, AskAnswer, AskRefused } from '../../server/http/core/call-endpoint.ts';
import type { AppContext } from './app-context.ts';

/** What a page needs of its context to ask the API. */
type Asking = Pick<AppContext, 'api' | 'person'>;

/** What a refusal says to the page that shows it. */
export interface Refused {
  readonly title: string;
  readonly detail: string;
  readonly code: string;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
}

/** Whoever is signed in; sends everybody else to sign in. */
export function whoever<C extends Pick<AppContext, 'person'>>(context: C): NonNullable<C['person']> {
  if (context.person === null) throw redirect('/sign-in');
  return context.person;
}

/** The answer of an endpoint; a refusal becomes the page's error, under its status. */
export async function must<B>(context: Asking, operationId: string, ask?: Ask): Promise<B> {
  whoever(context);
  const answer = await context.api<B>(operationId, ask);
  if (answer.ok) return answer.body;
  throw Response.json(refusedOf(answer), { status: answer.status });
}

/** The answer of an endpoint, or null where it is not there or not for this person. */
export async function maybe<B>(context: Asking, operationId: string, ask?: Ask): Promise<B | null> {
  const answer = await context.api<B>(operationId, ask);
  return answer.ok ? answer.body : null;
}

/** A refusal as pages show it. */
export function refusedOf({ title, detail, code, errors }: AskRefused): Refused {
  return { title, detail, code, errors };
}

/** What a form answers: undefined when it was done, else why not. */
export function refusalIn<B>(answer: AskAnswer<B>): Refused | undefined {
  return answer.ok ? undefined : refusedOf(answer);
}
