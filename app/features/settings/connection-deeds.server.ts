import { redirect } from '@remix-run/node';
import { must, refusedOf, whoever } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { type AnsweredConnection, pluginsOf } from './connection-data.server.ts';
import type { RefusedForm } from './refused-form.ts';
import { changeConnection, isStand, standConnection } from './save-connection.server.ts';
import { textOf } from './typed.server.ts';

/** What came of a form on the page of a connection. */
export type ConnectionAnswer =
  | { readonly refused: RefusedForm }
  | { readonly checked: { readonly ok: boolean; readonly said: string } };

/** Does what a form on the page of a connection asks. */
export async function carryOut(context: AppContext, id: string, form: FormData): Promise<ConnectionAnswer> {
  whoever(context);
  const intent = textOf(form, '_intent');
  if (intent === 'check') return check(context, id, form);
  if (intent === 'replay') return replay(context, id, form);
  if (isStand(intent)) return { refused: await standConnection(context, form, { id, intent }) };
  return { refused: await change(context, id, form) };
}

async function check(context: AppContext, id: string, form: FormData): Promise<ConnectionAnswer> {
  const answer = await context.api<{ readonly ok: boolean; readonly said: string }>('checkConnection', {
    params: { id },
    key: textOf(form, '_key'),
  });
  return answer.ok
    ? { checked: { ok: answer.body.ok, said: answer.body.said } }
    : { refused: { intent: 'check', values: {}, refused: refusedOf(answer) } };
}

async function replay(context: AppContext, id: string, form: FormData): Promise<ConnectionAnswer> {
  const delivery = textOf(form, 'delivery');
  const answer = await context.api('replayDelivery', {
    params: { id: delivery },
    key: `${textOf(form, '_key')}.${delivery}`,
  });
  if (answer.ok) throw redirect(`/settings/connections/${id}?done=replayed`);
  return { refused: { intent: 'replay', values: {}, refused: refusedOf(answer) } };
}

async function change(context: AppContext, id: string, form: FormData): Promise<RefusedForm> {
  const connection = await must<AnsweredConnection>(context, 'getConnection', { params: { id } });
  const plugin = (await pluginsOf(context)).find((one) => one.id === connection.plugin);
  if (plugin === undefined) throw new Response(null, { status: 404 });
  return changeConnection(context, plugin, form, id);
}
