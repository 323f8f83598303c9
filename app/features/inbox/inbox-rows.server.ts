import type { briefOf } from '../../../server/http/routes/case-view.ts';
import type { TimeLeft } from '../../../server/use-cases/case/time-left.ts';
import type { NamesOfCases } from '../../../server/use-cases/lists/names-of-cases.ts';
import type { ShownWork } from '../../../server/use-cases/lists/view-work.ts';
import type { Due } from '../../lib/due.ts';
import { priorityWords } from '../../lib/priority-words.ts';
import type { Times } from '../../lib/times.server.ts';
import { withoutType } from '../../lib/without-type.ts';

export type Brief = ReturnType<typeof briefOf>;
export type Task = 'handle' | 'approve' | 'answer' | 'review';

/** One case of a list, and what is asked about it. */
export interface Item {
  readonly task: Task | null;
  readonly dueAt: number | null;
  /** Screening set it behind everything else. */
  readonly lowUrgency: boolean;
  /** When it comes back to the reader, who put it aside. */
  readonly asideUntil: number | null;
  readonly case: Brief;
  /** How near the due time is, in the time it is counted in. */
  readonly left: TimeLeft | null;
  /** The approval that waits for the reader. */
  readonly signs: ShownWork['signs'];
}

/** What rows are worded by. */
export interface About {
  readonly names: NamesOfCases;
  readonly times: Times;
  readonly me: string;
  readonly now: number;
  /** When the reader's day ends. */
  readonly midnight: number;
  readonly sort: 'priority' | 'due';
}

const taskWords: Readonly<Record<Task, string>> = {
  handle: 'Handle',
  approve: 'Sign',
  answer: 'Answer',
  review: 'Find somebody',
};

/** What is asked of the reader: of a signature which one. */
const askedWords = (task: Task, signs: Item['signs']): string =>
  task === 'approve' && signs !== null ? `Sign “${signs.title}”` : taskWords[task];

/** No clock runs while a case waits for somebody outside. */
const paused: Due = { tone: 'paused', words: 'Paused', exact: 'no clock runs while it waits' };

/** A row of the inbox as it is read: what it is, what is asked and why it is here, and the heading it stands under. */
export function rowOf(item: Item, about: About) {
  const { task, signs, asideUntil, case: brief } = item;
  const { names, times, me, sort } = about;
  const { id, number, rev, title, category, outcome, open, priority } = brief;
  const named = names.cases[id];
  const type = named?.type ?? '';
  return {
    id,
    number,
    rev,
    title: withoutType(title, type),
    type,
    asked: task === null ? '' : askedWords(task, signs),
    why:
      asideUntil === null
        ? whyHere(item, { me, names })
        : `Comes back ${times.when(asideUntil).words}, or as soon as there is news.`,
    requester: names.people[brief.requester] ?? 'Somebody who left',
    state: { category, outcome, title: named?.state ?? brief.state },
    ...timeOf(item, times),
    // Where rows stand under their priority it need not be said again.
    priority: open && priority <= 2 && sort === 'due' ? (priorityWords[priority] ?? null) : null,
    group: groupOf(item, about),
  };
}

/** When it is due, and how much of the time is used. */
function timeOf({ dueAt, left, case: { open, category } }: Item, times: Times) {
  if (!open) return { due: null, used: null };
  return {
    due: times.due(dueAt, left) ?? (category === 'blocked' ? paused : null),
    used: left?.used ?? null,
  };
}

/** Why it is in this list, in a sentence. */
function whyHere(
  { task, signs, case: { placement, placementReason, owner, next } }: Item,
  { me, names }: Pick<About, 'me' | 'names'>,
): string {
  if (task === 'approve') return signs?.why ?? '';
  if (task === 'answer') return 'You were asked a question about it.';
  if (task === 'handle' && owner === me) return sentence(placementReason) ?? next ?? 'It was given to you.';
  if (placement === 'waiting') return 'Waits for the next free person.';
  if (placement === 'queued') return sentence(placementReason) ?? 'Waits in the queue.';
  if (placement === 'unassigned') return sentence(placementReason) ?? 'Routing found nobody.';
  if (owner !== null) return `${names.people[owner] ?? 'Somebody'} has it.`;
  return placementReason ?? next ?? '';
}

const sentence = (reason: string | null): string | null =>
  reason === null ? null : (`${reason.charAt(0).toUpperCase()}${reason.slice(1)}`.split('.; ', 1)[0] ?? null);

/** A heading that rows stand under. */
export interface Group {
  readonly id: string;
  readonly title: string;
  readonly tone: 'danger' | 'warning' | 'plain';
}

function groupOf(item: Item, about: About): Group {
  if (item.task === null) return found;
  if (item.asideUntil !== null) return aside;
  return about.sort === 'due' ? dueGroup(item.dueAt, about) : priorityGroup(item);
}

const aside: Group = { id: 'aside', title: 'Put aside', tone: 'plain' };
const found: Group = { id: 'found', title: 'Found', tone: 'plain' };
const week = 7 * 86_400_000;

function dueGroup(dueAt: number | null, { now, midnight }: About): Group {
  if (dueAt === null) return { id: 'none', title: 'Not due', tone: 'plain' };
  if (dueAt <= now) return { id: 'late', title: 'Late', tone: 'danger' };
  if (dueAt < midnight) return { id: 'today', title: 'Due today', tone: 'warning' };
  if (dueAt - now < week) return { id: 'week', title: 'Due within a week', tone: 'plain' };
  return { id: 'later', title: 'Later', tone: 'plain' };
}

function priorityGroup({ lowUrgency, case: { priority } }: Item): Group {
  if (lowUrgency) return { id: 'low-urgency', title: 'Set back by screening', tone: 'plain' };
  const word = priorityWords[priority] ?? 'normal';
  return {
    id: `p${priority}`,
    title: `${word.charAt(0).toUpperCase()}${word.slice(1)}`,
    tone: priority === 1 ? 'danger' : priority === 2 ? 'warning' : 'plain',
  };
}
