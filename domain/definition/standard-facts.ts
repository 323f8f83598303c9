import type { FactDeclaration, FactType } from '../fact/fact.ts';

const declare = (
  origin: string,
  entries: readonly (readonly [key: string, type: FactType, label: string, options?: readonly string[]])[],
): FactDeclaration[] =>
  entries.map(([key, type, label, options]) => ({
    key: `${origin}.${key}`,
    type,
    origin,
    label,
    ...(options === undefined ? {} : { options }),
  }));

const person = (origin: string, who: string): FactDeclaration[] =>
  declare(origin, [
    ['id', 'text', `${who}`],
    ['department', 'text', `${who}’s department`],
    ['country', 'text', `${who}’s country`],
    ['language', 'text', `${who}’s language`],
    ['title', 'text', `${who}’s job title`],
    ['manager', 'text', `${who}’s manager`],
    ['zone', 'text', `${who}’s time zone`],
    ['roles', 'texts', `${who}’s roles`],
    ['groups', 'texts', `${who}’s groups`],
  ]);

/** How a request came in. */
export const sources = ['form', 'api', 'email', 'call', 'agent', 'import', 'webhook'] as const;

/** Every fact that is there for any request type, whatever its form: people, account, territory, time, the case itself. */
export const standardFacts: readonly FactDeclaration[] = [
  ...person('requester', 'requester'),
  ...person('behalf', 'person it is for'),
  ...declare('account', [
    ['id', 'text', 'account'],
    ['status', 'text', 'account status'],
    ['tier', 'text', 'account tier'],
    ['lifecycle', 'text', 'account lifecycle'],
    ['segment', 'text', 'account segment'],
    ['owner', 'text', 'account owner'],
    ['parent', 'text', 'parent account'],
    ['lists', 'texts', 'named lists of the account'],
  ]),
  ...declare('territory', [
    ['id', 'text', 'territory'],
    ['owner', 'text', 'territory owner'],
    ['region', 'text', 'region'],
  ]),
  ...declare('time', [
    ['now', 'instant', 'the moment'],
    ['today', 'date', 'today'],
    ['weekday', 'number', 'weekday (1 is Monday)'],
    ['hour', 'number', 'hour of the day'],
  ]),
  ...declare('case', [
    ['state', 'text', 'state of the case'],
    ['epoch', 'number', 'times routed'],
    ['escalation', 'number', 'times escalated'],
    ['previous_owners', 'texts', 'previous owners'],
  ]),
  ...declare('agent', [
    ['confidence', 'number', 'confidence of the agent'],
    ['intent', 'text', 'intent of the agent'],
    ['account', 'text', 'account the agent names'],
  ]),
  { key: 'source', type: 'choice', origin: 'case', label: 'source', options: sources },
  { key: 'priority', type: 'number', origin: 'case', label: 'priority' },
];

/** The fact that counts open cases of a type for the requester or the account, such as `open.refund.account`. */
export function openCasesFact(type: string, of: 'requester' | 'account'): FactDeclaration {
  return {
    key: `open.${type}.${of}`,
    type: 'number',
    origin: 'open',
    label: `open ${type} cases of the ${of}`,
  };
}

/** The type and holder an `open.…` fact key counts; undefined for any other key. */
export function parseOpenCasesFact(key: string): { type: string; of: 'requester' | 'account' } | undefined {
  const found = /^open\.([a-z][a-z0-9-]*)\.(requester|account)$/.exec(key);
  return found === null
    ? undefined
    : { type: found[1] ?? '', of: found[2] === 'account' ? 'account' : 'requester' };
}
