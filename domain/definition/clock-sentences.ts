import type { PriorityTable } from '../routing/priority-schema.ts';
import type { ClockDefinition, EscalationStep } from '../sla/clock-schema.ts';
import type { Recipient } from '../sla/recipient-schema.ts';
import type { Definition } from './definition-schema.ts';
import { joined, type Speaker, spanInWords } from './speaker.ts';

/** What each clock measures, how long it lasts, when it stands still, and what happens on the way. */
export function clockSentences(say: Speaker, { clocks }: Definition): string[] {
  return (clocks ?? []).flatMap((clock) => [
    `“${clock.title}” runs from ${begin(say, clock)} until ${end(say, clock)}: ${targets(say, clock)}${pause(say, clock)}.`,
    ...clock.thresholds.map(
      ({ at, steps }) =>
        `At ${at} of “${clock.title}”, ${joined(
          steps.map((step) => stepInWords(say, step)),
          'and',
        )}.`,
    ),
  ]);
}

const states = (say: Speaker, ids: readonly string[]): string =>
  joined(
    ids.map((id) => say.state(id)),
    'or',
  );

function begin(say: Speaker, { start }: ClockDefinition): string {
  return 'on' in start ? 'the submission' : `the moment it enters ${states(say, start.onEnter)}`;
}

function end(say: Speaker, { stop }: ClockDefinition): string {
  if ('onEnter' in stop) return `it enters ${states(say, stop.onEnter)}`;
  if ('onLeave' in stop) return `it leaves ${states(say, stop.onLeave)}`;
  return stop.on === 'assigned' ? 'somebody has it' : 'the first response';
}

function targets(say: Speaker, clock: ClockDefinition): string {
  return clock.targets
    .map(({ when, duration }, index) => {
      const condition = when === undefined ? '' : ` if ${say.condition(when)}`;
      return `${when === undefined && index > 0 ? 'else ' : ''}${spanInWords(duration)}${condition}`;
    })
    .join(', ');
}

function pause(say: Speaker, { pauseIn, pauseWhileAsking }: ClockDefinition): string {
  const held = [
    ...(pauseIn.length === 0 ? [] : [`in ${states(say, pauseIn)}`]),
    ...(pauseWhileAsking === true ? ['while a question is open'] : []),
  ];
  return held.length === 0 ? '' : `; it stands still ${joined(held, 'and')}`;
}

function stepInWords(say: Speaker, step: EscalationStep): string {
  if (step.do === 'notify') return `${joined(step.to.map(recipientInWords), 'and')} are told`;
  if (step.do === 'queue') return `it goes to the queue ${say.queue(step.queue)}`;
  if (step.do === 'raise_priority') return 'its priority is raised';
  return step.do === 'reassign' ? 'it is given to somebody else' : 'it goes to the assignee’s manager';
}

const relations: Readonly<Record<string, string>> = {
  assignee: 'the assignee',
  manager: 'the assignee’s manager',
  owner: 'the accountable owner',
  requester: 'the requester',
};

function recipientInWords(to: Recipient): string {
  const [[kind, id] = ['', '']] = Object.entries(to);
  return relations[kind] ?? (kind === 'role' ? `those with the role ${id}` : `the ${kind} ${id}`);
}

/** The visible table of priorities, row by row. */
export function prioritySentences({ table, default: otherwise }: PriorityTable): string[] {
  const rows = table.map((row) => {
    const when = [
      ...(row.urgency === undefined ? [] : [`urgency is ${joined(row.urgency, 'or')}`]),
      ...(row.impact === undefined ? [] : [`impact is ${joined(row.impact, 'or')}`]),
      ...(row.dueWithinDays === undefined ? [] : [`it is due within ${row.dueWithinDays} days`]),
    ];
    return `Priority ${row.priority} ${when.length === 0 ? 'always' : `if ${joined(when, 'and')}`}.`;
  });
  return [...rows, `${rows.length === 0 ? 'Priority' : 'Otherwise priority'} ${otherwise}.`];
}
