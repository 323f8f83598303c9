import type { CaseTie } from '../../../domain/access/case-grants.ts';
import type { RoleGrant } from '../../../domain/access/grants-of-role.ts';
import type { ActionOn, SubjectName } from '../../../domain/access/subjects.ts';

/** Every kind of thing, and everything that can be done to it, in words: none may be left out. */
const words: {
  readonly [N in SubjectName]: { readonly many: string } & Readonly<Record<ActionOn<N>, string>>;
} = {
  Case: {
    many: 'Cases',
    read: 'read',
    readInternal: 'read remarks of the team',
    comment: 'comment',
    commentInternal: 'comment for the team',
    assign: 'hand over',
    claim: 'claim',
    release: 'give back to the pool',
    accept: 'take on',
    decline: 'decline',
    see: 'open as its handler',
    transition: 'take steps of the workflow',
    decide: 'approve or reject',
    retract: 'take a decision back',
    ask: 'ask for information',
    answer: 'answer questions',
    attach: 'attach files',
    setPriority: 'set the priority',
    escalate: 'escalate',
    withdraw: 'withdraw',
    reroute: 'route again',
    changeType: 'change the request type',
    edit: 'edit answers',
    watch: 'watch',
    snooze: 'put aside what is asked of them',
  },
  RequestType: {
    many: 'Request types',
    read: 'read',
    submit: 'send requests',
    create: 'make',
    update: 'change',
    publish: 'publish',
    rollback: 'roll back',
    retire: 'retire',
    export: 'export',
  },
  Draft: {
    many: 'Drafts of request types',
    read: 'read',
    create: 'begin',
    update: 'change',
    delete: 'throw away',
    check: 'check',
    test: 'test',
  },
  Person: {
    many: 'People',
    read: 'read',
    create: 'add',
    update: 'change',
    deactivate: 'deactivate',
    grant: 'grant and take roles',
    recordLeave: 'record leave',
    setAway: 'set away',
    delegate: 'let somebody decide for them',
    resetPassword: 'make sign-in links',
  },
  Team: { many: 'Teams', read: 'read', create: 'make', update: 'change', deactivate: 'deactivate' },
  Pool: {
    many: 'Pools',
    read: 'read',
    create: 'make',
    update: 'change',
    deactivate: 'deactivate',
    join: 'add and remove members',
  },
  Calendar: { many: 'Calendars', read: 'read', create: 'make', update: 'change', deactivate: 'deactivate' },
  Account: {
    many: 'Accounts',
    read: 'read',
    create: 'make',
    update: 'change',
    deactivate: 'deactivate',
    import: 'import',
  },
  Territory: {
    many: 'Territories',
    read: 'read',
    create: 'make',
    update: 'change',
    deactivate: 'deactivate',
    import: 'import',
  },
  Token: { many: 'Tokens', read: 'see', create: 'make', revoke: 'revoke' },
  Connection: {
    many: 'Connections',
    read: 'read',
    create: 'make',
    update: 'change',
    deactivate: 'stop and start',
    test: 'check',
  },
  Delivery: { many: 'Deliveries', read: 'read', replay: 'send again' },
  Effect: { many: 'Stopped work', read: 'read', redrive: 'let it try again', cancel: 'call it off' },
  Log: {
    many: 'Decision log',
    read: 'read',
    export: 'export',
    verify: 'verify',
    erase: 'erase personal values',
  },
  AccessLog: { many: 'Access log', read: 'read', export: 'export' },
  Metrics: { many: 'Numbers', read: 'read', export: 'export' },
  Installation: {
    many: 'Installation',
    read: 'see its health and roles',
    update: 'change',
    backup: 'back up',
    restore: 'restore',
  },
};

/** Which of the things, by the properties a rule compares. */
const only: Readonly<Record<string, string>> = {
  personId: 'their own',
  id: 'about themselves',
  managerId: 'about those who report to them',
  live: 'published ones',
  'live submitters': 'published ones whose senders they are among',
  team: 'of their own teams',
};

/** What may be done to the things of one kind, in words. */
export interface RightLine {
  readonly things: string;
  /** Which of them; null for all. */
  readonly only: string | null;
  readonly deeds: string;
}

/** Rights as lines, one for each kind of thing and each selection of them; what a wider line says is not said again. */
export function rightLines(grants: readonly RoleGrant[]): RightLine[] {
  const merged = new Map<string, { subject: SubjectName; only: string | null; actions: Set<string> }>();
  for (const { subject, actions, conditions } of grants) {
    const which = conditions[0] === undefined ? null : whichOf(conditions[0]);
    const key = `${subject} ${which}`;
    const line = merged.get(key) ?? { subject, only: which, actions: new Set() };
    for (const action of actions) line.actions.add(action);
    merged.set(key, line);
  }
  return [...merged.values()].flatMap((line) => {
    const wider = line.only === null ? undefined : merged.get(`${line.subject} null`);
    const actions = [...line.actions].filter((action) => wider?.actions.has(action) !== true);
    if (actions.length === 0) return [];
    return [
      {
        things: words[line.subject].many,
        only: line.only,
        deeds: listed(actions.map((action) => deedWord(line.subject, action))),
      },
    ];
  });
}

const whichOf = (condition: RoleGrant['conditions'][number]): string => {
  const names = Object.keys(condition).sort().join(' ');
  return only[names] ?? names;
};

/** One deed in words. */
export function deedWord(subject: SubjectName, action: string): string {
  const known: Readonly<Record<string, string>> = words[subject];
  return known[action] ?? action;
}

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

const whens = {
  always: 'at any time',
  open: 'while it is open',
  unowned: 'while nobody has it',
} as const;

/** Who may do one thing to a case, and when, as the API answers it. */
export interface AnsweredCaseGrant {
  readonly action: string;
  readonly to: readonly CaseTie[];
  readonly when: keyof typeof whens;
  readonly peopleOnly: boolean;
  readonly notForOwnRequest: boolean;
}

/** One deed on a case in words. */
export function caseLine(
  { action, to, when, peopleOnly, notForOwnRequest }: AnsweredCaseGrant,
  ties: Readonly<Record<CaseTie, string>>,
): { readonly deed: string; readonly who: string; readonly when: string } {
  const deed = deedWord('Case', action);
  const but = [
    ...(peopleOnly ? ['never a program'] : []),
    ...(notForOwnRequest ? ['never on one’s own request'] : []),
  ];
  return {
    deed: deed.charAt(0).toUpperCase() + deed.slice(1),
    who: listed(to.map((tie) => ties[tie])),
    when: [whens[when], ...but].join('; '),
  };
}
