import { idInWords } from '../../lib/routing-reason.server.ts';
import { capital, type Naming } from './log-names.server.ts';
import { type AnsweredRow, text } from './say.server.ts';

/** A fact of a record; `full` is the whole of what is shortened. */
export interface Fact {
  readonly label: string;
  readonly text: string;
  readonly full?: string;
  readonly to?: string;
}

/** By what right something happened, as facts. */
export type Right = readonly Fact[];

/** The seat a vote was cast from, as the API answers it. */
export interface Seat {
  readonly gate: string;
  readonly round: number;
  readonly via: string | null;
  readonly for: string | null;
  readonly as: 'delegate' | 'backup' | 'escalation' | null;
  readonly needed: number;
  readonly had: number;
}

interface About {
  readonly seat: Seat | null;
  readonly of: { readonly id: string; readonly type: string; readonly version: number } | null;
  readonly name: Naming;
}

/** By what right it was done: the seat of a signature, the rule of a routing, the version all of it follows. */
export function rightOf(row: AnsweredRow, { seat, of, name }: About): Right {
  const version: Fact[] =
    of === null
      ? []
      : [
          {
            label: 'Rules',
            text: `${name.type(of.type)}, version ${of.version}`,
            to: `/types/${of.type}/versions/${of.version}`,
          },
        ];
  if (seat !== null) return [...seatFacts(seat, name), ...version];
  if (row.kind === 'routed' && of !== null) return [...routingFacts(row, of, name), ...version];
  return row.kind === 'refused' ? [] : version;
}

const standIns: Readonly<Record<NonNullable<Seat['as']>, string>> = {
  delegate: 'by a delegation in force',
  backup: 'as backup, the deadline had passed',
  escalation: 'called in when it was escalated',
};

function seatFacts(seat: Seat, name: Naming): Fact[] {
  const own = seat.for === null;
  return [
    {
      label: 'Seat',
      text: own
        ? `their own${seat.as === null ? '' : `, ${standIns[seat.as]}`}`
        : `that of ${name.person(seat.for)}, ${standIns[seat.as ?? 'delegate']}`,
    },
    ...(seat.via === null
      ? []
      : [{ label: own ? 'Held as' : 'Held by them as', text: sourceWords(seat.via, name) }]),
    {
      label: 'Not barred',
      text: 'neither requester, nor whoever it is for, nor their delegate, nor last to change the answers',
    },
    {
      label: 'Signatures',
      text: `${seat.had} of ${seat.needed} with this one${seat.round > 1 ? `, asked for the ${ordinal(seat.round)} time` : ''}`,
    },
  ];
}

const ordinal = (n: number): string => (n === 2 ? 'second' : n === 3 ? 'third' : `${n}th`);

/** What made somebody an approver. */
function sourceWords(via: string, name: Naming): string {
  const [kind = '', id = ''] = via.split(/:(.*)/s, 2);
  switch (kind) {
    case 'role':
      return capital(name.role(id));
    case 'team':
      return `member of ${name.thing('team', id)}`;
    case 'field':
      return `named under “${name.fields[id] ?? idInWords(id)}”`;
    case 'manager':
      return 'the requester’s manager';
    default:
      return 'the account’s owner';
  }
}

function routingFacts({ data }: AnsweredRow, of: NonNullable<About['of']>, name: Naming): Fact[] {
  const rule = text(data['rule']);
  const record = text(data['record']);
  return [
    ...(rule === ''
      ? [{ label: 'Decided', text: 'by hand' }]
      : [{ label: 'Rule', text: name.rule(rule).replaceAll(/[“”]/g, '') }]),
    ...(record === ''
      ? []
      : [
          {
            label: 'How it came to that',
            text: 'every rule tried, every person and why not',
            to: `/cases/${of.id}?why=1&epoch=${String(data['epoch'])}`,
          },
          { label: 'Its digest', text: `sha256 ${record.slice(0, 4)} ${record.slice(4, 8)}`, full: record },
        ]),
  ];
}
