import { priorityWords } from '../../lib/priority-words.ts';
import { idInWords, routingReason } from '../../lib/routing-reason.server.ts';
import { capital, type Naming } from './log-names.server.ts';
import { type AnsweredRow, listed, type Say, text } from './say.server.ts';

const priority = (value: unknown): string => priorityWords[Number(value)] ?? 'normal';

const votes: Readonly<Record<string, string>> = {
  approve: 'approved',
  reject: 'rejected',
  return: 'sent back',
};

const stands: Readonly<Record<string, string>> = {
  open: 'more signatures are needed',
  approved: 'approved',
  rejected: 'rejected',
  returned: 'sent back to the requester',
  cancelled: 'called off',
  stale: 'to be signed again, the answers changed',
};

const gateTitle = (id: string, { gates }: Naming): string => gates[id] ?? capital(idInWords(id));

interface GateInRow {
  readonly gate: string;
  readonly status: string;
  readonly round: number;
}

const gateOf = ({ data }: AnsweredRow): GateInRow =>
  (data['gate'] ?? { gate: text(data['gateId']), status: 'open', round: 1 }) as GateInRow;

const seat = ({ data, actor }: AnsweredRow, name: Naming): string => {
  const whose = text(data['for']);
  return whose === '' || whose === actor.id ? '' : `, for ${name.person(whose)}`;
};

interface ClockInRow {
  readonly id: string;
  readonly title: string;
  readonly intervals: readonly { readonly kind: string; readonly at: number; readonly reason?: string }[];
  readonly fired: readonly { readonly at: number }[];
}

const moved: Readonly<Record<string, string>> = {
  started: 'started',
  paused: 'paused',
  resumed: 'runs again',
  recalculated: 'counted anew',
  satisfied: 'kept',
  cancelled: 'called off',
};

/** What became of a clock: what is told is what happened at this moment. */
function clockWords({ data, at }: AnsweredRow): string {
  const { title, intervals, fired } = data['clock'] as ClockInRow;
  const last = intervals.at(-1);
  const late = intervals.some((entry) => entry.kind === 'breached' && entry.at < at);
  if (last?.kind === 'breached' && last.at === at) return `Deadline missed: ${title}`;
  if (last?.at !== at && fired.some((each) => each.at === at))
    return late ? `Reminder, it is late: ${title}` : `Reminder, it runs out soon: ${title}`;
  if (last?.kind === 'satisfied' && late) return `Clock reached its goal, late: ${title}`;
  return `Clock ${moved[last?.kind ?? ''] ?? 'changed'}: ${title}`;
}

const causes: Readonly<Record<string, string>> = {
  submitted: 'Routing began',
  reopened: 'Routing again: the case is open again',
  'type-changed': 'Routing again: it is of another type',
  released: 'Routing again: it was given back',
  declined: 'Routing again: somebody declined it',
  forced: 'Routing again, by hand',
  'assignee-unavailable': 'Routing again: whoever had it went away or left',
  'hold-over': 'Routing again: the time it was held back is over',
  'no-acknowledgement': 'Routing again: nobody acknowledged it in time',
  capacity: 'Routing again: somebody in its pool is free',
  escalated: 'Routing again: a deadline moved it on',
};

function asksRouting({ data }: AnsweredRow, name: Naming): string {
  const [cause = '', about = ''] = text(data['cause']).split(/:(.*)/s, 2);
  if (cause === 'entered') return `Routing for “${name.states[about] ?? idInWords(about)}” began`;
  if (cause === 'edited') {
    const labels = about.split(',').map((id) => `“${name.fields[id] ?? idInWords(id)}”`);
    return `Routing again: ${labels.join(', ')} changed`;
  }
  return causes[cause] ?? 'Routing again';
}

/** Where routing sent a case, and by which rule. */
function routedWords({ data }: AnsweredRow, name: Naming): string {
  const rule = text(data['rule']);
  const byHand = rule === '' && text(data['person']) !== '' && text(data['by']) !== '';
  const by = rule === '' ? '' : ` · ${rule === 'default' ? '' : 'rule '}${name.rule(rule)}`;
  const places = {
    pools: name.things('pool'),
    teams: name.things('team'),
    queues: name.queues,
    fields: name.fields,
  };
  const why = text(data['reason']);
  const reason = why === '' ? '' : `: ${lower(routingReason(why, places))}`;
  const pool = text(data['pool']) === '' ? '' : `, from ${name.thing('pool', data['pool'])}`;
  switch (data['kind']) {
    case 'assigned':
      return byHand
        ? `Given to ${name.person(data['person'])} by hand`
        : `Sent to ${name.person(data['person'])}${pool}${by}`;
    case 'queued':
      return `Sent to ${queueWords(data, name)}${by}`;
    case 'waiting':
      return `Waits for somebody in ${name.thing('pool', data['pool'])}${by}`;
    case 'held':
      return `Held back${by}${reason}`;
    case 'suppressed':
      return `Set aside${by}${reason}`;
    default:
      return `Unassigned${reason}`;
  }
}

function queueWords(data: AnsweredRow['data'], name: Naming): string {
  const queue = text(data['queue']);
  if (queue !== '') return `the queue ${name.queues[queue] ?? idInWords(queue)}`;
  if (text(data['team']) !== '') return `the team ${name.thing('team', data['team'])}`;
  return 'those who answer for it';
}

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

const escalations: Readonly<Record<string, string>> = {
  clock: 'Escalated by a deadline',
  gate: 'Escalated: a signature was late',
};

/** What each kind of event of a case says. */
export const caseSayings: Readonly<Record<string, Say>> = {
  submitted: ({ data }, name) => `Submitted: ${name.type(data['type'])}, version ${String(data['version'])}`,
  edited: ({ data }, name) =>
    `Changed answers: ${listed(data['fields'], (id) => name.fields[id] ?? 'an answer kept from you')}`,
  attached: ({ human }) => `Attached ${text(human['name']) || 'a file'}`,
  'type-changed': ({ data }, name) =>
    `Made it ${name.type(data['type'])}, version ${String(data['version'])}; it was ${name.type(data['from'])}`,
  'state-entered': ({ data }, name) => {
    const state = text(data['state']);
    const title = text(data['title']) || (name.states[state] ?? capital(idInWords(state)));
    return data['transition'] === 'retract' ? `Back in ${title}` : `Moved to ${title}`;
  },
  'routing-asked': asksRouting,
  routed: routedWords,
  assigned: ({ data, actor }, name) =>
    data['to'] === actor.id ? 'Took the case' : `Handed over to ${name.person(data['to'])}`,
  released: () => 'Gave the case back',
  declined: ({ data }, name) =>
    data['why'] === 'no-acknowledgement'
      ? `Taken from ${name.person(data['by'])}: not acknowledged in time`
      : 'Declined the case: not for them',
  seen: () => 'Looked at it for the first time',
  accepted: () => 'Accepted the case',
  'priority-set': ({ data }) => `Priority ${priority(data['before'])} → ${priority(data['value'])}`,
  'reroute-forced': () => 'Had it routed again by hand',
  escalated: ({ data }) => escalations[text(data['by'])] ?? 'Escalated by hand',
  held: () => 'Held back again, as before the decision',
  commented: ({ data }) => (data['visibility'] === 'internal' ? 'Commented for the team' : 'Commented'),
  'gate-opened': (row, name) => {
    const { gate, round } = gateOf(row);
    return `${gateTitle(gate, name)}: signatures asked for${round > 1 ? ', again' : ''}`;
  },
  'gate-changed': (row, name) => {
    const { gate, status } = gateOf(row);
    const words = status === 'open' ? 'who may sign, or by when, changed' : (stands[status] ?? 'changed');
    return `${gateTitle(gate, name)}: ${words}`;
  },
  voted: (row, name) => {
    const { gate } = gateOf(row);
    const late = row.data['late'] === true ? '; too late to count' : '';
    return `${gateTitle(gate, name)}: ${votes[text(row.data['decision'])] ?? 'signed'}${seat(row, name)}${late}`;
  },
  'vote-retracted': (row, name) => `${gateTitle(gateOf(row).gate, name)}: took the signature back`,
  decided: ({ data }, name) => {
    const outcome = text(data['outcome']);
    const result = stands[outcome] ?? 'a signature was given';
    return `${gateTitle(text(data['gateId']), name)}: ${outcome === 'open' ? `${votes[text(data['vote'])] ?? 'signed'}, ${result}` : result}`;
  },
  'clock-started': clockWords,
  'clock-changed': clockWords,
  asked: ({ data }, name) => `Asked ${name.person(data['to'])} for information`,
  answered: () => 'Answered a question',
  watched: () => 'Watches it',
  unwatched: () => 'Stopped watching',
  snoozed: () => 'Put it aside for a while',
  woken: ({ data }, name) =>
    data['why'] === 'asked' ? 'Took it up again' : `It came back to ${name.person(data['person'])}`,
  linked: () => 'Found again in another system',
};
