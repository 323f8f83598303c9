import type { AnsweredEvent } from '../../lib/answered-event.ts';
import { maybe } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import type { Times } from '../../lib/times.server.ts';
import { fieldWords } from './connection-words.ts';

const said: Readonly<Record<string, (data: AnsweredEvent['data']) => string>> = {
  created: () => 'made it',
  changed: ({ fields }) => `changed ${fieldsIn(fields)}`,
  deactivated: () => 'stopped it',
  reactivated: () => 'started it again',
  replayed: () => 'sent a delivery again',
};

const called: Readonly<Record<string, string>> = {
  title: 'its title',
  config: 'its settings',
  roles: 'whose rights it has',
  eventKinds: 'what it is told of',
  types: 'for which request types it is',
  paused: 'whether it is paused',
  secretNames: 'its secrets',
  credential: 'its secrets',
};

const fieldsIn = (fields: unknown): string =>
  Array.isArray(fields) && fields.length > 0
    ? [
        ...new Set(
          fields.map((name) => called[String(name)] ?? fieldWords(String(name)).label.toLowerCase()),
        ),
      ].join(', ')
    : 'it';

/** What was done to a connection as sentences, newest first. */
export async function historyLines(context: AppContext, events: readonly AnsweredEvent[], times: Times) {
  const people = [...new Set(events.flatMap(({ actor }) => (actor.kind === 'system' ? [] : [actor.id])))];
  const names = new Map(
    await Promise.all(
      people.slice(0, 50).map(async (id): Promise<[string, string]> => {
        const person = await maybe<{ readonly name: string }>(context, 'getPerson', { params: { id } });
        return [id, person?.name ?? id];
      }),
    ),
  );
  return events
    .map(({ seq, kind, at, actor, data, human }) => {
      const reason = human['reason'];
      return {
        seq,
        who: names.get(actor.id) ?? 'Signalbox',
        what: (said[kind] ?? (() => kind.replaceAll('-', ' ')))(data),
        why: typeof reason === 'string' && reason !== '' ? reason : null,
        at: times.when(at),
      };
    })
    .reverse();
}
