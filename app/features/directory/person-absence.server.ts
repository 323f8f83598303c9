import { randomUUID } from 'node:crypto';
import type { Deed } from './deed.server.ts';
import type { Desk } from './desk.server.ts';
import type { Flag, Press, Section } from './directory-view.ts';
import type { PersonAnswer } from './person-answer.ts';
import { dateIn, momentIn, spanWords, untilWords } from './spans.server.ts';

const hourMs = 3_600_000;

/** How somebody is called in sentences about them: oneself is “you”. */
export const whom = (desk: Pick<Desk, 'me'>, person: Pick<PersonAnswer, 'id' | 'name'>): string =>
  desk.me.id === person.id ? 'you' : person.name;

/** Whether somebody is away or on leave at this moment, and until when; null when they are there, or it is not for whoever asks. */
export function absenceNow(
  { away, leave, zone }: Pick<PersonAnswer, 'away' | 'leave' | 'zone'>,
  now: number,
): { readonly kind: 'away' | 'on leave'; readonly words: string } | null {
  if (away != null && away.since <= now && (away.until === null || now < away.until)) {
    const until = away.until === null ? '' : ` until ${untilWords(zone, away.until)}`;
    return { kind: 'away', words: `Away${until}` };
  }
  const running = leave?.find(({ from, until }) => from <= now && now < until);
  return running === undefined
    ? null
    : { kind: 'on leave', words: `On leave until ${untilWords(zone, running.until)}` };
}

/** What marks somebody at a glance. */
export function flagsOf(desk: Pick<Desk, 'me' | 'now'>, person: PersonAnswer): Flag[] {
  const absence = person.active ? absenceNow(person, desk.now) : null;
  return [
    ...(desk.me.id === person.id ? [{ text: 'You', tone: 'accent' as const }] : []),
    ...(person.kind === 'service' ? [{ text: 'Program' }] : []),
    ...(person.active ? [] : [{ text: 'Not active', tone: 'danger' as const }]),
    ...(absence === null ? [] : [{ text: absence.words, tone: 'warning' as const }]),
  ];
}

/** Going away and coming back by one press. */
export function awayPress(desk: Desk, person: PersonAnswer): Press[] {
  if (!person.active || !desk.me.may('setAway', 'Person', { ...person })) return [];
  const isAway = absenceNow(person, desk.now)?.kind === 'away';
  const self = desk.me.id === person.id;
  const label = isAway ? (self ? 'I am back' : 'Set back') : 'Away now';
  return [{ deed: isAway ? 'back' : 'away', label, key: randomUUID() }];
}

/** Leave to come and running, with its end. */
export function leaveSection(desk: Desk, person: PersonAnswer): Section {
  const may = person.active && desk.me.may('recordLeave', 'Person', { ...person });
  const coming = (person.leave ?? []).filter(({ until }) => until > desk.now).sort((a, b) => a.from - b.from);
  return {
    kind: 'table',
    title: 'Leave',
    none: `No leave ahead. While somebody is on leave or away no pick reaches them.`,
    ...(may ? { deeds: [{ id: 'leave', label: 'Record leave' }] } : {}),
    columns: [
      { label: 'When' },
      { label: 'Why' },
      ...(may ? [{ label: 'Cancel', as: 'press' as const }] : []),
    ],
    rows: coming.map(({ id, from, until, reason }) => ({
      id,
      cells: [
        {
          pieces: [{ text: spanWords(person.zone, from, until) }],
          ...(from <= desk.now ? { flags: [{ text: 'Now', tone: 'warning' as const }] } : {}),
        },
        { pieces: [{ text: reason }], quiet: true as const },
        ...(may
          ? [
              {
                press: {
                  deed: 'cancel-leave',
                  label: from <= desk.now ? 'End' : 'Cancel',
                  key: randomUUID(),
                  fields: { leave: id },
                  about: `leave ${spanWords(person.zone, from, until)}`,
                },
              },
            ]
          : []),
      ],
    })),
  };
}

/** What can be done about somebody being there or not. */
export function absenceDeeds(desk: Desk, person: PersonAnswer): Deed[] {
  const doc = { ...person };
  const { id } = person;
  const deeds: Deed[] = [];
  if (person.active && desk.me.may('setAway', 'Person', doc))
    deeds.push(awayDeed(person), awayUntilDeed(desk, person), backDeed(person));
  if (person.active && desk.me.may('recordLeave', 'Person', doc))
    deeds.push(leaveDeed(desk, person), {
      id: 'cancel-leave',
      label: 'Cancel leave',
      title: 'Cancel leave',
      verb: 'Cancel leave',
      done: 'The leave is cancelled.',
      press: true,
      fields: async () => [{ name: 'leave', label: 'Which', kind: 'line', required: true }],
      command: (posted) => ({ operationId: 'cancelLeave', params: { id, leave: posted.text('leave') } }),
    });
  return deeds;
}

const awayDeed = ({ id }: PersonAnswer): Deed => ({
  id: 'away',
  label: 'Away now',
  title: 'Away now',
  verb: 'Away now',
  done: 'Set away. No pick reaches them until they are set back.',
  command: () => ({ operationId: 'goAway', params: { id }, body: { until: null } }),
});

const backDeed = ({ id }: PersonAnswer): Deed => ({
  id: 'back',
  label: 'Back',
  title: 'Back',
  verb: 'Set back',
  done: 'Set back. Picks reach them again.',
  command: () => ({ operationId: 'comeBack', params: { id } }),
});

function awayUntilDeed(desk: Desk, person: PersonAnswer): Deed {
  const { id, zone } = person;
  return {
    id: 'away-until',
    label: 'Away until …',
    title: 'Away until',
    lead: `No new case reaches ${whom(desk, person)} from this moment. What is held stays, except cases of pools that move them on.`,
    verb: 'Set away',
    done: 'Set away. No pick reaches them before that time.',
    fields: async () => [
      {
        name: 'until',
        label: 'Until',
        kind: 'moment',
        required: true,
        hint: `On the clock in ${zone.replaceAll('_', ' ')}.`,
      },
    ],
    values: async () => ({ until: [momentIn(zone, Math.ceil(desk.now / hourMs) * hourMs + 2 * hourMs)] }),
    command: (posted) => ({
      operationId: 'goAway',
      params: { id },
      body: { until: posted.moment('until', zone) },
    }),
  };
}

function leaveDeed(desk: Desk, person: PersonAnswer): Deed {
  const { id, zone } = person;
  return {
    id: 'leave',
    label: 'Record leave',
    title: 'Record leave',
    lead: `Picks stop when it begins. Cases of pools that move them on are routed again then; everything else stays with ${whom(desk, person)}.`,
    verb: 'Record leave',
    done: 'The leave is recorded.',
    controls: { from: 'first', until: 'last' },
    fields: async () => [
      { name: 'first', label: 'First day', kind: 'date', required: true },
      { name: 'last', label: 'Last day', kind: 'date', required: true },
      {
        name: 'reason',
        label: 'Why',
        kind: 'line',
        wide: true,
        hint: 'Seen by whoever sees the leave, such as “Holiday”.',
      },
    ],
    values: async () => ({ first: [dateIn(zone, desk.now)], last: [dateIn(zone, desk.now)] }),
    command: (posted) => ({
      operationId: 'recordLeave',
      params: { id },
      body: {
        from: posted.day('first', zone, 'begins'),
        until: posted.day('last', zone, 'ends'),
        reason: posted.text('reason'),
      },
    }),
  };
}
