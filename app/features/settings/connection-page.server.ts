import { randomBytes, randomUUID } from 'node:crypto';
import type { AnsweredEvent } from '../../lib/answered-event.ts';
import { maybe, must, whoever } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { type Times, timesIn } from '../../lib/times.server.ts';
import {
  type AnsweredConnection,
  addressOf,
  type ConnectionFormView,
  formOf,
  lackOf,
  pluginsOf,
} from './connection-data.server.ts';
import {
  choiceWords,
  type DeliveryState,
  deliveryWords,
  eventWords,
  fieldWords,
  secretWords,
} from './connection-words.ts';
import { historyLines } from './history-lines.server.ts';

interface AnsweredDelivery {
  readonly id: string;
  readonly caseId: string;
  readonly number: string;
  readonly kind: string;
  readonly createdAt: number;
  readonly status: DeliveryState;
  readonly tries: number;
  readonly nextAt: number | null;
  readonly attempts: readonly {
    readonly at: number;
    readonly ms: number;
    readonly outcome: string;
    readonly httpStatus: number | null;
    readonly said: string;
  }[];
}

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** One connection: what it is, what it was told, what was done to it. */
export async function connectionPage(context: AppContext, id: string, url: URL) {
  const { roles, zone } = whoever(context);
  const about = { params: { id } };
  const connection = await must<AnsweredConnection>(context, 'getConnection', about);
  const status = url.searchParams.get('status') ?? '';
  const cursor = url.searchParams.get('cursor') ?? '';
  const [plugins, deliveries, history] = await Promise.all([
    pluginsOf(context),
    maybe<Page<AnsweredDelivery>>(context, 'listDeliveries', {
      query: { connection: id, limit: 20, cursor, status: status in deliveryWords ? status : '' },
    }),
    must<Page<AnsweredEvent>>(context, 'listConnectionHistory', { ...about, query: { limit: 200 } }),
  ]);
  const plugin = plugins.find((one) => one.id === connection.plugin);
  const form = plugin === undefined ? null : await formOf(context, plugin, connection);
  const times = timesIn(zone);
  const admin = roles.includes('admin');
  return {
    ...{ id, rev: connection.rev, title: connection.title, active: connection.active },
    ...{ paused: connection.paused, advice: lackOf(connection) },
    have: connection.secretNames,
    facts: factsOf(connection, plugin?.title ?? connection.plugin, form),
    checks: plugin?.checks === true,
    form: admin ? form : null,
    deliveries:
      deliveries === null
        ? null
        : {
            lines: deliveries.items.map((one) => deliveryLine(one, times)),
            next: deliveries.next,
            status,
            cursor,
          },
    history: await historyLines(context, history.items, times),
    mayChange: admin,
    done: url.searchParams.get('done'),
    keys: {
      save: randomUUID(),
      secrets: randomUUID(),
      stand: randomUUID(),
      pause: randomUUID(),
      replay: randomUUID(),
      check: randomUUID(),
    },
    suggested: `whsec_${randomBytes(32).toString('base64')}`,
  };
}

function factsOf(connection: AnsweredConnection, plugin: string, form: ConnectionFormView | null) {
  const { secretNames, eventKinds, roles, types, config } = connection;
  const list = (words: readonly string[], none: string): string =>
    words.length === 0 ? none : words.join(', ');
  const other = flat(config).filter(({ name }) => !['url', 'baseUrl', 'from'].includes(name));
  return [
    { label: 'By', value: plugin },
    { label: 'Leads to', value: addressOf(connection) ?? 'nowhere: it only receives' },
    {
      label: 'Secrets',
      value: list(
        secretNames.map((name) => `${secretWords(name).label}: set`),
        'None set',
      ),
    },
    { label: 'Told when', value: list(eventKinds.map(eventWords), 'Nothing yet') },
    { label: 'Sees what they see', value: list(labelled(form?.roles, roles), 'Nobody: it sees nothing') },
    { label: 'For request types', value: list(labelled(form?.types, types), 'All') },
    ...other.map(({ name, value }) => ({
      label: fieldWords(`config/${name}`).label,
      value: choiceWords(value),
    })),
  ];
}

const labelled = (options: ConnectionFormView['roles'] = [], values: readonly string[]): string[] =>
  values.map((value) => options.find((option) => option.value === value)?.label ?? value);

function flat(
  config: AnsweredConnection['config'],
  before = '',
): { readonly name: string; readonly value: string }[] {
  return Object.entries(config).flatMap(([key, value]) => {
    const name = before === '' ? key : `${before}/${key}`;
    if (Array.isArray(value)) return value.length === 0 ? [] : [{ name, value: value.join(', ') }];
    if (typeof value === 'object' && value !== null) return flat(value as AnsweredConnection['config'], name);
    return [{ name, value: String(value) }];
  });
}

function deliveryLine(
  { id, caseId, number, kind, createdAt, status, tries, nextAt, attempts }: AnsweredDelivery,
  times: Times,
) {
  return {
    ...{ id, caseId, number, tries, status },
    ...deliveryWords[status],
    what: kind === 'sync' ? 'Record brought up to date' : eventWords(kind),
    at: times.when(createdAt),
    next: nextAt === null ? null : times.when(nextAt),
    mayReplay: status !== 'pending' || nextAt === null || nextAt <= Date.now(),
    attempts: attempts.map(({ at, ms, httpStatus, said }, index) => ({
      n: index + 1,
      at: times.when(at),
      took: ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`,
      answer:
        [httpStatus === null ? '' : `Status ${httpStatus}`, said].filter(Boolean).join(': ') ||
        'Nothing was said.',
    })),
  };
}

/** One delivery as the page shows it. */
export type DeliveryLine = ReturnType<typeof deliveryLine>;
