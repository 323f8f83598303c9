import { redirect } from '@remix-run/node';
import { refusedOf } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { configFields, configTyped } from './config-fields.ts';
import type { AnsweredPlugin } from './connection-data.server.ts';
import type { RefusedForm } from './refused-form.ts';
import { textOf, typedIn } from './typed.server.ts';

const chosen = (form: FormData, name: string): string[] =>
  form.getAll(name).flatMap((value) => (typeof value === 'string' ? [value] : []));

/** What is typed into a form of a connection, beside its secrets. */
function bodyOf(plugin: AnsweredPlugin, form: FormData) {
  return {
    title: textOf(form, 'title'),
    config: configTyped(configFields(plugin.config), (name) => textOf(form, name)),
    ...(plugin.follows ? { eventKinds: chosen(form, 'eventKinds') } : {}),
    roles: chosen(form, 'roles'),
    types: chosen(form, 'types'),
    reason: textOf(form, 'reason'),
  };
}

/** Secrets that were given: those left empty stay as they are, those to be forgotten are null. */
function secretsIn({ secretNames }: AnsweredPlugin, form: FormData): Record<string, string | null> {
  const forget = chosen(form, 'forget');
  return Object.fromEntries(
    secretNames.flatMap((name): [string, string | null][] => {
      const given = textOf(form, `secrets/${name}`);
      if (given !== '') return [[name, given]];
      return forget.includes(name) ? [[name, null]] : [];
    }),
  );
}

const refusedWith = (
  intent: string,
  form: FormData,
  answer: Parameters<typeof refusedOf>[0],
): RefusedForm => ({
  intent,
  values: withoutSecrets(typedIn(form)),
  refused: refusedOf(answer),
});

/** A secret does not come back in a page: whoever typed it types it again. */
const withoutSecrets = (values: RefusedForm['values']): RefusedForm['values'] =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith('secrets/')));

/** Makes a connection and leads to it, or says why not. */
export async function makeConnection(
  context: AppContext,
  plugin: AnsweredPlugin,
  form: FormData,
): Promise<RefusedForm> {
  const id = textOf(form, 'id');
  const answer = await context.api<{ readonly id: string }>('createConnection', {
    key: textOf(form, '_key'),
    body: { id, plugin: plugin.id, ...bodyOf(plugin, form), secrets: secretsIn(plugin, form) },
  });
  if (answer.ok) throw redirect(`/settings/connections/${answer.body.id}?done=made`);
  return refusedWith('make', form, answer);
}

/** Changes what a connection is, or its secrets, and leads back to it, or says why not. */
export async function changeConnection(
  context: AppContext,
  plugin: AnsweredPlugin,
  form: FormData,
  id: string,
): Promise<RefusedForm> {
  const secrets = textOf(form, '_intent') === 'secrets';
  const answer = await context.api('changeConnection', {
    params: { id },
    key: textOf(form, '_key'),
    seen: Number(textOf(form, '_rev')),
    body: secrets
      ? { secrets: secretsIn(plugin, form), reason: textOf(form, 'reason') }
      : bodyOf(plugin, form),
  });
  if (answer.ok) throw redirect(`/settings/connections/${id}?done=${secrets ? 'secrets' : 'changed'}`);
  return refusedWith(secrets ? 'secrets' : 'change', form, answer);
}

const stands = {
  stop: { operation: 'deactivateConnection', body: {}, done: 'stopped' },
  start: { operation: 'reactivateConnection', body: {}, done: 'started' },
  pause: { operation: 'changeConnection', body: { paused: true }, done: 'paused' },
  resume: { operation: 'changeConnection', body: { paused: false }, done: 'resumed' },
} as const;

/** What may be asked of a connection as a whole. */
export type Stand = keyof typeof stands;

/** Whether a form asks that a connection stop, start, pause or go on. */
export const isStand = (intent: string): intent is Stand => Object.hasOwn(stands, intent);

/** Stops a connection, starts it, pauses it or lets it go on, and leads back to it, or says why not. */
export async function standConnection(
  context: AppContext,
  form: FormData,
  { id, intent }: { readonly id: string; readonly intent: Stand },
): Promise<RefusedForm> {
  const { operation, body, done } = stands[intent];
  const answer = await context.api(operation, {
    params: { id },
    key: textOf(form, '_key'),
    seen: Number(textOf(form, '_rev')),
    body: { ...body, reason: textOf(form, 'reason') },
  });
  if (answer.ok) throw redirect(`/settings/connections/${id}?done=${done}`);
  return refusedWith(intent, form, answer);
}
