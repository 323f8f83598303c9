import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoInBrowser } from './demo-in-browser.ts';

/** One page of the product as somebody of the demo opens it. */
export interface Screen {
  /** The route that serves it: the name of its file without `_in.` and ending. */
  readonly route: string;
  /** Who opens it; null for whoever has not signed in. */
  readonly who: string | null;
  /** Where it is; `{name}` stands for an id out of {@link idsOfDemo}. */
  readonly address: string;
  /** Somebody whose roles or part in it do not let them see it; absent where everybody signed in may. */
  readonly notFor?: string;
  /** More to see of it: what opens, and where it is empty, refused or narrowed. */
  readonly more?: readonly string[];
}

/** Every page of the product, each once. */
export const screens: readonly Screen[] = [
  { route: 'sign-in', who: null, address: '/sign-in' },
  { route: 'welcome.$token', who: null, address: '/welcome/{link}', more: ['/welcome/nothing'] },
  { route: '$', who: 'requester', address: '/no-such-page' },
  { route: '_index', who: 'requester', address: '/' },
  {
    ...{ route: 'catalogue._index', who: 'requester', address: '/catalogue' },
    more: ['/catalogue?q=supplier', '/catalogue?q=qqqq'],
  },
  {
    ...{ route: 'catalogue.$slug', who: 'requester', address: '/catalogue/vendor-onboarding' },
    more: ['/catalogue/refund', '/catalogue/access-request', '/catalogue/customer-issue'],
  },
  {
    ...{ route: 'requests._index', who: 'requester', address: '/requests' },
    more: ['/requests?view=asked', '/requests?view=finished'],
  },
  {
    ...{ route: 'requests.$id', who: 'requester', address: '/requests/{mine}', notFor: 'designer' },
    more: ['/requests/{asked}'],
  },
  {
    ...{ route: 'inbox', who: 'handler', address: '/inbox?view=team' },
    more: ['/inbox', '/inbox?view=team&sort=due', '/inbox?view=team&peek={case}', '/inbox?view=team&q=qqqq'],
  },
  {
    ...{ route: 'cases._index', who: 'administrator', address: '/cases?open=true' },
    more: ['/cases?q=vendor', '/cases?q=qqqq'],
  },
  {
    ...{ route: 'cases.$id', who: 'handler', address: '/cases/{case}', notFor: 'requester' },
    more: [
      ...['assign', 'ask', 'decline', 'snooze', 'priority', 'edit', 'escalate'].map(
        (deed) => `/cases/{case}?do=${deed}`,
      ),
      ...['/cases/{case}?why=1', '/cases/{case}?done=comment'],
    ],
  },
  {
    ...{ route: 'log._index', who: 'auditor', address: '/log', notFor: 'requester' },
    more: ['/log?kind=routed', '/log?event=200', '/log?actor=nobody-of-this-name'],
  },
  { route: 'log.access', who: 'auditor', address: '/log/access', notFor: 'requester' },
  { route: 'log.verify', who: 'auditor', address: '/log/verify' },
  {
    ...{ route: 'numbers', who: 'administrator', address: '/numbers', notFor: 'requester' },
    more: ['/numbers?type=refund&days=84'],
  },
  { route: 'types._index', who: 'designer', address: '/types', notFor: 'requester' },
  {
    ...{ route: 'types.$slug._index', who: 'designer', address: '/types/vendor-onboarding' },
    notFor: 'requester',
  },
  {
    ...{ route: 'types.$slug.versions._index', who: 'designer', address: '/types/refund/versions' },
    notFor: 'requester',
  },
  {
    ...{ route: 'types.$slug.versions.$n._index', who: 'auditor', address: '/types/refund/versions/1' },
    notFor: 'requester',
  },
  {
    ...{ route: 'types.$slug.draft', who: 'designer', address: '/types/refund/draft', notFor: 'requester' },
  },
  {
    ...{ route: 'types.$slug.draft_.text', who: 'designer', address: '/types/refund/draft/text' },
    notFor: 'requester',
  },
  {
    ...{ route: 'directory.$kind._index', who: 'administrator', address: '/directory/people' },
    more: [
      ...['teams', 'pools', 'calendars', 'accounts', 'territories', 'delegations'].flatMap((kind) => [
        `/directory/${kind}`,
        `/directory/${kind}?do=create`,
      ]),
      ...['/directory/people?do=create', '/directory/people?q=qqqq'],
    ],
  },
  {
    ...{ route: 'directory.$kind.$id', who: 'administrator', address: '/directory/people/lea' },
    more: [
      ...['change', 'leave', 'roles', 'deactivate'].map((deed) => `/directory/people/lea?do=${deed}`),
      ...['/directory/teams/procurement', '/directory/pools/buyers-emea'],
      ...['/directory/pools/buyers-emea?do=weights', '/directory/calendars/hq'],
      ...['/directory/accounts/{account}', '/directory/territories/{territory}'],
      '/directory/delegations/{delegation}',
    ],
  },
  { route: 'settings._index', who: 'administrator', address: '/settings' },
  { route: 'settings.appearance', who: 'requester', address: '/settings/appearance' },
  {
    ...{ route: 'settings.tokens', who: 'administrator', address: '/settings/tokens' },
    more: ['/settings/tokens?of=all'],
  },
  { route: 'settings.effects', who: 'administrator', address: '/settings/effects', notFor: 'requester' },
  { route: 'settings.roles', who: 'auditor', address: '/settings/roles', notFor: 'requester' },
  {
    ...{ route: 'settings.connections._index', who: 'administrator', address: '/settings/connections' },
    notFor: 'requester',
  },
  {
    ...{ route: 'settings.connections.new', who: 'administrator', address: '/settings/connections/new' },
    ...{ notFor: 'requester', more: ['/settings/connections/new?plugin=webhook'] },
  },
  {
    ...{ route: 'settings.connections.$id', who: 'administrator' },
    ...{ address: '/settings/connections/{connection}', notFor: 'requester' },
  },
];

const routesFolder = join(import.meta.dirname, '../../app/routes');

/** The routes that show a page, by the names of their files; the frames around others (`_in`, `settings`) are no page of their own. */
export function pageRoutes(): string[] {
  return readdirSync(routesFolder)
    .filter((file) => file.endsWith('.tsx') && !['_in.tsx', '_in.settings.tsx'].includes(file))
    .filter((file) => readFileSync(join(routesFolder, file), 'utf8').includes('export default'))
    .map((file) => file.replace(/^_in\./, '').replace(/\.tsx$/, ''))
    .sort();
}

type Found = { readonly items: readonly { readonly id: string; readonly case?: { readonly id: string } }[] };

/** The ids that addresses of {@link screens} name by `{…}`, out of a demo; makes a delegation and a link, which there are none of. */
export async function idsOfDemo(demo: DemoInBrowser): Promise<ReadonlyMap<string, string>> {
  const ask = async (persona: string, path: string, body?: object): Promise<Found & { id: string }> => {
    const answer = await fetch(`${demo.product.origin}/api/v1${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${demo.persona(persona).token}`,
        'content-type': 'application/json',
        ...(body === undefined ? {} : { 'idempotency-key': crypto.randomUUID() }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const firstOf = ({ items: [first] }: Found): string => first?.case?.id ?? first?.id ?? 'none';
  const startsAt = Date.now() + 40 * 86_400_000;
  const until = { startsAt, endsAt: startsAt + 86_400_000 };
  return new Map([
    ['case', firstOf(await ask('handler', '/work?view=mine&limit=1'))],
    ['sign', firstOf(await ask('approver', '/work?view=approvals&limit=1'))],
    ['mine', firstOf(await ask('requester', '/cases?view=requested&limit=1'))],
    ['asked', firstOf(await ask('requester', '/work?view=mine&limit=1'))],
    ['account', firstOf(await ask('administrator', '/accounts?limit=1'))],
    ['territory', firstOf(await ask('administrator', '/territories?limit=1'))],
    ['connection', firstOf(await ask('administrator', '/connections?limit=1'))],
    ['delegation', (await ask('administrator', '/delegations', { to: 'alec', ...until })).id],
    ['link', linkOf(demo)],
  ]);
}

/** The secret of a link with which somebody of the demo would set a password. */
function linkOf({ product }: DemoInBrowser): string {
  const env = { ...process.env, SIGNALBOX_DATA: product.data, NODE_ENV: 'production' as const };
  const args = ['bin/signalbox.mjs', 'person', 'link', 'kofi', '--json'];
  const { link } = JSON.parse(execFileSync(process.execPath, args, { env, encoding: 'utf8' }));
  return new URL(link).pathname.split('/').at(-1) ?? '';
}

/** An address with its ids in their places. */
export function addressIn(address: string, ids: ReadonlyMap<string, string>): string {
  return address.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids.get(name) ?? 'none');
}
