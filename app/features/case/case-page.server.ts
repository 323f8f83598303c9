import type { Form } from '../../../domain/form/form-schema.ts';
import { textIn } from '../../../domain/form/text-schema.ts';
import { must, whoever } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { laterFor } from '../../lib/later.server.ts';
import { type ShownSection, shownValues } from '../../lib/shown-values.server.ts';
import { timesIn } from '../../lib/times.server.ts';
import { withoutType } from '../../lib/without-type.ts';
import type { Station } from '../../ui/line.tsx';
import type { CaseAnswer, CaseEvent, CaseEventsAnswer } from './case-answers.ts';
import { picturesOf } from './clock-picture.server.ts';
import { editView } from './edit-view.server.ts';
import { entriesOf } from './event-words.server.ts';
import { offeredActions } from './offered-actions.server.ts';
import { peopleFor } from './people-for.server.ts';
import { called } from './telling.server.ts';
import { whyView } from './why-view.server.ts';
import { dueOf, yoursOf } from './yours.server.ts';

type Asking = Pick<AppContext, 'api' | 'person'>;
type Times = ReturnType<typeof timesIn>;

interface Path {
  readonly items: readonly {
    readonly state: string;
    readonly title: string;
    readonly category: string;
    readonly at: 'passed' | 'here' | 'ahead';
    readonly since: number | null;
  }[];
}

/** What the address of a case's page says: which form is open, what is shown of its history, whether the decision record is. */
export interface Shown {
  readonly doing: string | null;
  readonly show: string;
  readonly why: boolean;
  readonly epoch: string | null;
  readonly whyNot: string | null;
  readonly done: string | null;
  /** What it was before that, as far as it can be set back. */
  readonly was: string;
  /** The list it was opened from to do something; there one goes back. */
  readonly from: string | null;
}

/** The address of an inbox, out of what came from outside; null for anything else. */
export function listIn(value: unknown): string | null {
  return typeof value === 'string' && /^\/inbox(\?[\w=&%.+~,-]*)?$/.test(value) ? value : null;
}

/** Reads the address. */
export function shownIn(url: URL): Shown {
  const get = (name: string) => url.searchParams.get(name);
  return {
    doing: get('do'),
    show: get('show') ?? 'all',
    why: get('why') !== null,
    epoch: get('epoch'),
    whyNot: get('whynot'),
    done: get('done'),
    was: get('was') ?? '',
    from: listIn(get('from')),
  };
}

const longestHistory = 600;

/** Everything the page of a case shows, worded for whoever is signed in. */
export async function casePage(context: Asking, id: string, shown: Shown) {
  const person = whoever(context);
  const ask = { params: { id } };
  const [answer, form, path, { events, names }] = await Promise.all([
    must<CaseAnswer>(context, 'getCase', ask),
    must<Form>(context, 'getCaseForm', ask),
    must<Path>(context, 'getCasePath', ask),
    historyOf(context, id),
  ]);
  const now = Date.now();
  const times = timesIn(person.zone, now);
  const known = { ...names, people: { ...names.people, ...answer.people } };
  const actions = offeredActions(answer, person.id);
  const doing = actions.find((action) => action.id === shown.doing && action.locked === undefined) ?? null;
  const fields = new Map(
    form.fields.map((field) => [field.id, textIn(field.label ?? field.id, form.language)]),
  );
  const entries = entriesOf(events, { names: known, me: person.id, times, fields });
  return {
    id,
    me: person.id,
    key: crypto.randomUUID(),
    rev: answer.rev,
    basis: answer.basis,
    number: answer.number,
    title: withoutType(answer.title, answer.type.title),
    typeTitle: answer.type.title,
    state: answer.state,
    next: answer.open ? answer.next : null,
    ...dueOf(answer, times),
    yours: yoursOf(answer),
    asOf: times.when(now),
    owner: answer.owner,
    priority: answer.priority.value,
    holder: holderOf(answer, person.id),
    asked: askedWords(answer, person.id, times),
    gates: gatesOf(answer, person.id, times),
    actions,
    doing,
    edit: doing?.id === 'edit' ? await editView(context, form, answer) : null,
    asking: answer.asks.find(({ answeredAt }) => answeredAt === null) ?? null,
    people: doing?.needs.person === undefined ? [] : await peopleFor(context, answer, doing.id),
    stations: stationsOf(path, times),
    sections: marked(await shownValues(context, form, answer), answer),
    masked: answer.masked.length,
    loose: answer.attachments
      .filter(({ field }) => field === null)
      .map(({ id: file, name, link }) => ({ id: file, name, link })),
    clocks: picturesOf(answer.clocks, person.zone, now),
    lastSeq: events.at(-1)?.seq ?? 0,
    all: entries.slice(-20),
    entries: entries.filter(({ group }) => shown.show === 'all' || group === shown.show),
    show: shown.show,
    labels: Object.fromEntries(fields),
    ...mayDo(answer),
    watch: watchOf(answer, person.id),
    asides: asidesOf(answer, person.id, times),
    later: doing?.id === 'snooze' ? await laterFor(context) : null,
    ...{ done: shown.done, was: shown.was, from: shown.from },
    why: shown.why ? await whyView(context, { answer, form, times, shown, me: person.id }) : null,
  };
}

/** The answers, with a mark on those an open approval is asked for. */
function marked(sections: readonly ShownSection[], { gates }: CaseAnswer) {
  const deciding = new Set(gates.flatMap(({ status, decides }) => (status === 'open' ? decides : [])));
  return sections.map((section) => ({
    ...section,
    values: section.values.map((value) => (deciding.has(value.id) ? { ...value, decides: true } : value)),
  }));
}

/** What the page of a case shows. */
export type CasePage = Awaited<ReturnType<typeof casePage>>;

function mayDo({ actions }: CaseAnswer) {
  const can = (deed: string): boolean => actions.deeds.some(({ id, enabled }) => id === deed && enabled);
  return {
    mayComment: can('comment'),
    mayCommentInternal: can('commentInternal'),
    mayRetract: can('retract'),
    mayAttach: can('attach'),
    mayEdit: can('edit'),
  };
}

/** Who put it aside until when, in words. */
function asidesOf({ asides, people }: CaseAnswer, me: string, times: Times) {
  return asides.map(({ person, until }) => ({
    id: person,
    me: person === me,
    words: `${person === me ? 'You' : (people[person] ?? 'Somebody who left')} put it aside until `,
    until: times.when(until),
  }));
}

/** Who watches, and whether the reader does or may. */
function watchOf({ watching, watchers, people, actions }: CaseAnswer, me: string) {
  return {
    ...watching,
    may: actions.deeds.some(({ id, enabled }) => id === 'watch' && enabled),
    people: watchers.map((id) => ({ id, me: id === me, name: people[id] ?? 'Somebody who left' })),
  };
}

/** What happened, from the beginning; of a very long history the beginning. */
async function historyOf(
  context: Asking,
  id: string,
): Promise<{ events: CaseEvent[]; names: CaseEventsAnswer['names'] }> {
  const events: CaseEvent[] = [];
  let names: CaseEventsAnswer['names'] | undefined;
  for (let cursor: string | null = ''; cursor !== null && events.length < longestHistory; ) {
    const page: CaseEventsAnswer = await must<CaseEventsAnswer>(context, 'listCaseEvents', {
      params: { id },
      query: { limit: 200, cursor, expand: 'names' },
    });
    events.push(...page.items);
    names = mergedNames(names, page.names);
    cursor = page.next;
  }
  return { events, names: names ?? mergedNames(undefined, undefined) };
}

function mergedNames(
  a: CaseEventsAnswer['names'] | undefined,
  b: CaseEventsAnswer['names'] | undefined,
): CaseEventsAnswer['names'] {
  const both = (name: keyof CaseEventsAnswer['names']) => ({ ...a?.[name], ...b?.[name] });
  return {
    people: both('people'),
    teams: both('teams'),
    territories: both('territories'),
    pools: both('pools'),
    queues: both('queues'),
    gates: both('gates'),
    facts: both('facts'),
    items: both('items'),
  };
}

/** Who has it, in the words of whoever reads. */
function holderOf({ owner, open, people, queue, team, placement }: CaseAnswer, me: string) {
  if (!open) return null;
  if (owner !== null) {
    const name = people[owner] ?? 'Somebody who left';
    return {
      name,
      me: owner === me,
      kind: 'person' as const,
      words: owner === me ? 'You have it' : `${name} has it`,
    };
  }
  const place = queue?.title ?? team?.title ?? null;
  const words =
    placement.kind === 'undecided'
      ? 'Being routed'
      : place === null
        ? 'Nobody has it yet'
        : `Waits in ${place}`;
  return { name: place ?? '?', me: false, kind: 'pool' as const, words };
}

function askedWords({ requester, behalf, people, submittedAt }: CaseAnswer, me: string, times: Times) {
  const name = (id: string) => (id === me ? 'you' : (people[id] ?? 'somebody who left'));
  const behalfOf = behalf === null ? '' : ` for ${name(behalf)}`;
  return { words: `Asked by ${name(requester)}${behalfOf}, `, at: times.when(submittedAt) };
}

const gateStatus: Readonly<Record<string, string>> = {
  open: 'waits for a signature',
  approved: 'approved',
  rejected: 'rejected',
  returned: 'sent back',
  cancelled: 'called off',
  superseded: 'asked again',
};

function gatesOf({ gates, people }: CaseAnswer, me: string, times: Times) {
  const names = { names: { people } as CaseEventsAnswer['names'], me };
  return gates.map(({ id, round, title, status, why, step, votes }) => ({
    id: `${id}-${round}`,
    title,
    status,
    words: gateStatus[status] ?? status,
    step: step === null ? null : step.title,
    needed: step?.needed ?? 0,
    due: step === null ? null : times.due(step.dueAt, step.left),
    why,
    incident: step?.incident ?? null,
    maySign: (step?.maySign ?? []).map(({ person, as }) => ({
      id: person,
      name: called(person, names),
      backup: as === 'backup',
    })),
    votes: votes.map(({ person, decision, at }) => ({
      id: `${person}-${at}`,
      name: called(person, names),
      decision: voteWords[decision] ?? decision,
      at: times.when(at),
    })),
  }));
}

const voteWords: Readonly<Record<string, string>> = {
  approve: 'approved',
  reject: 'rejected',
  return: 'sent it back',
  ask: 'asked',
};

function stationsOf({ items }: Path, times: Times): Station[] {
  return items.map(({ state, title, at, since }, i) => ({
    id: `${i}-${state}`,
    title,
    at: at === 'ahead' && i === items.length - 1 ? 'end' : at,
    ...(since === null ? {} : { when: times.when(since) }),
  }));
}
