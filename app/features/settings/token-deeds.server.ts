import { redirect } from '@remix-run/node';
import { refusedOf, whoever } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import type { RefusedForm } from './refused-form.ts';
import { textOf, typedIn } from './typed.server.ts';

const day = 86_400_000;

/** What came of a form: refused, or a token whose secret is shown this once; null when the same form came twice. */
type Done =
  | { readonly refused: RefusedForm }
  | { readonly made: { readonly name: string; readonly secret: string | null } };

/** Makes a token or ends one, as the form asks. */
export async function act(context: AppContext, form: FormData): Promise<Done> {
  whoever(context);
  return textOf(form, '_intent') === 'revoke' ? revoke(context, form) : create(context, form);
}

async function create(context: AppContext, form: FormData): Promise<Done> {
  const days = textOf(form, 'expiresAt');
  const answer = await context.api<{ readonly name: string; readonly secret: string | null }>('createToken', {
    key: textOf(form, '_key'),
    body: {
      name: textOf(form, 'name'),
      scopes: form.getAll('scopes'),
      personId: textOf(form, 'personId'),
      expiresAt: days === 'never' ? null : endOf(Number(days)),
    },
  });
  if (answer.ok) return { made: { name: answer.body.name, secret: answer.body.secret } };
  return { refused: { intent: 'create', values: typedIn(form), refused: refusedOf(answer) } };
}

/** The end of the day, so that the same form is the same command. */
const endOf = (days: number): number => (Math.floor(Date.now() / day) + (days > 0 ? days : 90) + 1) * day;

async function revoke(context: AppContext, form: FormData): Promise<Done> {
  const of = textOf(form, 'of') === 'all' ? 'of=all&' : '';
  const answer = await context.api('revokeToken', {
    params: { id: textOf(form, 'id') },
    key: textOf(form, '_key'),
  });
  if (answer.ok) throw redirect(`/settings/tokens?${of}revoked=1`);
  return { refused: { intent: 'revoke', values: {}, refused: refusedOf(answer) } };
}
