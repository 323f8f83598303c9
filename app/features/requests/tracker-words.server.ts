import type { caseBody } from '../../../server/http/routes/case-view.ts';
import type { Due } from '../../lib/due.ts';
import type { Times, Told } from '../../lib/times.server.ts';
import { roleInWords } from './holder-of.server.ts';

/** The answer of `getCase`. */
export type Case = ReturnType<typeof caseBody>;

/** A sentence in which what matters most stands out. */
export type Sentence = readonly {
  readonly text: string;
  readonly strong: boolean;
  /** The moment that the text tells. */
  readonly at?: Told;
}[];

const plain = (text: string) => ({ text, strong: false });
const strong = (text: string) => ({ text, strong: true });
const moment = (at: Told, isStrong = true) => ({ text: at.words, strong: isStrong, at });

const nameIn = ({ people }: Case, id: string): string => people[id] ?? id;

/** Names as they are said: `A`, `A or B`, `A, B or 2 others`. */
function anyOf(names: readonly string[]): string {
  if (names.length > 3) return `${names.slice(0, 2).join(', ')} or ${names.length - 2} others`;
  return names.length < 2 ? (names[0] ?? 'somebody') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** Who has it, and by when: the first sentence of a request's page. */
export function whoHasIt(shown: Case, times: Times): Sentence {
  if (!shown.open) {
    const since =
      shown.closedAt === null ? [] : [plain(', since '), moment(times.when(shown.closedAt), false)];
    return [plain('It is finished: '), strong(shown.state.title), ...since, plain('.')];
  }
  return [...holding(shown, times), ...signing(shown, times)];
}

function holding(shown: Case, times: Times): Sentence {
  return [...having(shown, times), ...dueIn(shown, times)];
}

function having(shown: Case, times: Times): Sentence {
  const { owner, placement, queue, team, accountable } = shown;
  if (owner !== null) return [strong(nameIn(shown, owner)), plain(`${inTeam(team)} has it. `)];
  const ofThem = team?.title == null ? '' : ` of ${team.title}`;
  switch (placement.kind) {
    case 'undecided':
      return [plain('It is being routed: in a moment it says here who has it. ')];
    case 'waiting':
      return [plain(`It waits for the next free person${ofThem}. `)];
    case 'queued':
      return [plain(`It is in the queue “${queue?.title ?? 'shared'}”${ofThem}: whoever is free takes it. `)];
    case 'held':
      return held(shown, times);
    case 'suppressed':
      return [plain(`It was kept back: ${sentenceEnd(placement.reason ?? 'a rule says so')} `)];
    default:
      return [
        plain('Nobody could be found for it yet; '),
        strong(`the ${roleInWords(accountable)}`),
        plain(' sees to it. '),
      ];
  }
}

/** By when what is to be done, by each clock that runs; a clock that stands still says since when. */
function dueIn({ clocks }: Case, times: Times): Sentence {
  const running = clocks
    .flatMap(({ title, status, dueAt }) => (status === 'running' && dueAt !== null ? [{ title, dueAt }] : []))
    .sort((one, other) => one.dueAt - other.dueAt);
  const said = running.flatMap(({ title, dueAt }, index) => {
    const by = dueAt < Date.now() ? 'was due' : 'by';
    return [plain(`${index === 0 ? '' : '; '}${title} ${by} `), moment(times.when(dueAt))];
  });
  return said.length === 0 ? [] : [...said, plain('. ')];
}

type Clock = Case['clocks'][number];

/** Since when a clock stands still; null for one that does not. */
export function stillSince({ status, lines }: Pick<Clock, 'status' | 'lines'>): number | null {
  if (status !== 'paused') return null;
  return lines.findLast(({ counted, from, to }) => !counted && from < to)?.from ?? null;
}

/** Where each clock of an open request stands, by its title. */
export function clocksOf({ open, clocks }: Case, times: Times): readonly { title: string; due: Due }[] {
  if (!open) return [];
  return clocks.flatMap((clock) => {
    const since = stillSince(clock);
    if (since !== null) {
      const { words, exact } = times.when(since);
      const due: Due = { tone: 'paused', words: `stands still since ${words}`, exact: `since ${exact}` };
      return [{ title: clock.title, due }];
    }
    const due = clock.status === 'running' ? times.due(clock.dueAt) : null;
    return due === null ? [] : [{ title: clock.title, due }];
  });
}

const inTeam = (team: Case['team']): string => (team?.title == null ? '' : ` (${team.title})`);

function held({ placement: { hold, reason } }: Case, times: Times): Sentence {
  const why = hold?.reason ?? reason ?? '';
  const until = hold?.until == null ? [] : [plain(' until '), moment(times.when(hold.until))];
  return [plain('It is on hold'), ...until, plain(why === '' ? '. ' : `: ${sentenceEnd(why)} `)];
}

const sentenceEnd = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Whose signatures it waits for. */
function signing(shown: Case, times: Times): Sentence {
  return shown.gates
    .filter(({ status, step }) => status === 'open' && step !== null)
    .flatMap(({ title, step }) => {
      const names = [...new Set((step?.maySign ?? []).map(({ person }) => nameIn(shown, person)))];
      const due = step?.dueAt ?? null;
      const by =
        due === null ? [] : [plain(due < Date.now() ? ', and was due ' : ', by '), moment(times.when(due))];
      return [plain(`${title} waits for `), strong(anyOf(names)), ...by, plain('. ')];
    });
}

/** What is asked of the requester: the second sentence. */
export function whatIsAsked(shown: Case, me: string, times: Times): string {
  const open = shown.asks.filter(({ answeredAt }) => answeredAt === null);
  const mine = open.filter(({ to }) => to === me);
  const first = mine[0];
  if (first !== undefined) {
    const what =
      mine.length === 1
        ? `${nameIn(shown, first.by)} asks you something: it waits for your answer`
        : `It waits for your answers to ${mine.length} questions`;
    return `${what}${whileAsking(shown, times)}.`;
  }
  const other = open[0];
  if (other !== undefined)
    return `Nothing is asked of you now: ${nameIn(shown, other.to)} has a question to answer.`;
  return shown.open ? 'Nothing is asked of you now.' : 'Nothing is asked of you any more.';
}

/** What the clocks do while the requester is asked. */
function whileAsking({ clocks }: Case, times: Times): string {
  const since = clocks.flatMap((clock) => stillSince(clock) ?? []);
  const [first] = since.sort((one, other) => one - other);
  if (first !== undefined) return `; the clock is paused since ${times.when(first).words}`;
  return clocks.some(({ status }) => status === 'running') ? '; the clock goes on meanwhile' : '';
}
