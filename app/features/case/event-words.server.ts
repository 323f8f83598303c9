import { priorityWords } from '../../lib/priority-words.ts';
import type { CaseEvent } from './case-answers.ts';
import { clockMoved, gateIn, routed, voted } from './long-tellings.server.ts';
import {
  by,
  called,
  type Entry,
  type Part,
  said,
  saidTo,
  strong,
  type Telling,
  textOf,
} from './telling.server.ts';

type Teller = (event: CaseEvent, telling: Telling) => Part | null;

/** How each kind of event is told; one that says nothing new to a reader is left out. */
const tellers: Readonly<Record<string, Teller>> = {
  submitted: (event, telling) => ({ icon: 'plus', words: by(event, telling, ' submitted the request') }),
  'state-entered': (event) =>
    event.data['transition'] === null
      ? null
      : {
          icon: `state-${event.data['outcome'] === 'rejected' ? 'rejected' : String(event.data['category'])}`,
          words: ['Now ', strong(textOf(event, 'title') ?? 'in another state')],
          ...said(event, 'comment'),
        },
  'routing-asked': () => null,
  routed,
  assigned: (event, telling) => {
    const to = textOf(event, 'to') ?? '';
    const reason = textOf(event, 'reason');
    return {
      icon: 'assign',
      words:
        to === event.actor.id
          ? by(event, telling, ' took it')
          : by(event, telling, ' handed it to ', strong(called(to, telling))),
      ...(reason && { said: [reason] }),
    };
  },
  claimed: (event, telling) => ({ icon: 'assign', words: by(event, telling, ' took it') }),
  seen: (event, telling) => ({ icon: 'eye', words: by(event, telling, ' looked at it') }),
  accepted: (event, telling) => ({ icon: 'check', words: by(event, telling, ' accepted it') }),
  declined: (event, telling) => ({
    icon: 'x',
    words: by(event, telling, ' declined it; it was routed again'),
    ...said(event, 'reason'),
    group: 'decisions',
  }),
  released: (event, telling) => ({
    icon: 'undo',
    words: by(event, telling, ' gave it back'),
    ...said(event, 'reason'),
  }),
  asked: (event, telling) => ({
    byName: true,
    words: by(event, telling, ' asked ', strong(called(textOf(event, 'to') ?? '', telling))),
    ...said(event, 'question'),
    group: 'comments',
  }),
  answered: (event, telling) => ({
    byName: true,
    words: by(event, telling, ' answered'),
    ...said(event, 'answer'),
    group: 'comments',
  }),
  commented: (event, telling) => ({
    byName: true,
    words: by(event, telling, event.data['visibility'] === 'internal' ? '' : ' wrote'),
    ...saidTo(event, telling),
    ...(event.data['visibility'] === 'internal' && { internal: true as const }),
    group: 'comments',
  }),
  attached: (event, telling) => ({
    icon: 'file',
    words: by(event, telling, ' attached ', strong(textOf(event, 'name') ?? 'a file')),
  }),
  edited: (event, telling) => {
    const fields = (event.data['fields'] ?? []) as readonly string[];
    const labels = fields.map((id) => telling.fields.get(id) ?? 'an answer kept from you');
    return {
      icon: 'compare',
      words: by(event, telling, ' changed ', strong([...new Set(labels)].join(', ') || 'the request')),
      ...said(event, 'reason'),
    };
  },
  escalated: (event, telling) => ({
    icon: 'up',
    words: by(event, telling, ' escalated it to those who answer for it'),
    ...said(event, 'reason'),
  }),
  'priority-set': (event, telling) => ({
    icon: 'sort',
    words: by(
      event,
      telling,
      ' made it ',
      strong(`${priorityWords[Number(event.data['value'])] ?? 'normal'} priority`),
    ),
    ...said(event, 'reason'),
  }),
  'gate-opened': (event, telling) => ({
    icon: 'gate',
    words: [strong(gateIn(event, telling)), ' waits for a signature'],
    group: 'decisions',
  }),
  'gate-changed': () => null,
  voted,
  decided: () => null,
  'vote-retracted': (event, telling) => ({
    icon: 'undo',
    words: by(event, telling, ` took the decision on ${gateIn(event, telling)} back`),
    group: 'decisions',
  }),
  'clock-started': () => null,
  'clock-changed': clockMoved,
  'reroute-forced': (event, telling) => ({
    icon: 'points',
    words: by(event, telling, ' had it routed again'),
    ...said(event, 'reason'),
    group: 'decisions',
  }),
  'type-changed': (event, telling) => ({
    icon: 'compare',
    words: by(event, telling, ' made it another type of request'),
    ...said(event, 'reason'),
  }),
  withdrawn: (event, telling) => ({
    icon: 'x',
    words: by(event, telling, ' withdrew the request'),
    ...said(event, 'reason'),
  }),
  snoozed: (event, telling) => ({
    icon: 'snooze',
    words: by(event, telling, ' put it aside until ', telling.times.when(Number(event.data['until'])).words),
  }),
  woken: (event, telling) => {
    const person = called(textOf(event, 'person') ?? '', telling);
    return {
      icon: 'inbox',
      words:
        event.data['why'] === 'asked'
          ? by(event, telling, ' took it up again')
          : ['It came back to ', strong(person)],
    };
  },
  watched: () => null,
  unwatched: () => null,
  linked: (event) => ({
    icon: 'link',
    words: ['Linked to ', strong(textOf(event, 'system') ?? textOf(event, 'connection') ?? 'another system')],
  }),
};

/** What happened, oldest first, in plain words. A kind without words of its own gets a plain sentence. */
export function entriesOf(events: readonly CaseEvent[], telling: Telling): Entry[] {
  return events.flatMap((event): Entry[] => {
    const teller = Object.hasOwn(tellers, event.kind) ? tellers[event.kind] : undefined;
    const part = teller === undefined ? other(event, telling) : teller(event, telling);
    if (part === null) return [];
    const { byName, icon = 'info', group = 'other', ...rest } = part;
    const who = byName === true ? (telling.names.people[event.actor.id] ?? '?') : null;
    return [{ ...rest, id: event.seq, at: telling.times.when(event.at), icon, group, who }];
  });
}

const other: Teller = (event, telling) => ({
  words: by(event, telling, ` noted: ${event.kind.replaceAll('-', ' ')}`),
});
