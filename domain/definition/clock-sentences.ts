import type { PriorityTable } from '../routing/priority-schema.ts';
import type { ClockDefinition, EscalationStep } from '../sla/clock-schema.ts';
import type { Recipient } from '../sla/recipient-schema.ts';
import { type OverviewItem, told } from './overview-item.ts';
import { countOf, joined, type Speaker, sentence, spanInWords } from './speaker.ts';

/** What each clock measures, how long it lasts, when it stands still, and what happens on the way. */
export function clockItems(say: Speaker, clocks: readonly ClockDefinition[]): OverviewItem[] {
  return clocks.map((clock) => {
    const held = pause(say, clock);
    const says = [
      `Runs from ${beginInSentence(say, clock.start)} until ${endInSentence(say, clock.stop)}: ${targetsInSentence(say, clock.targets)}.`,
      ...(held === '' ? [] : [`It stands still ${held}.`]),
    ];
    return told(clock.id, clock.title, says, {
      items: clock.thresholds.map(({ id, at, steps }) =>
        told(id, momentInWords(at), [sentence(stepsInSentence(say, steps))]),
      ),
    });
  });
}

/** A threshold as people say it: `At 75 %`, `When it is due`, `1 working day late`. */
function momentInWords(at: string): string {
  if (at === '100%') return 'When it is due';
  const percent = /^(\d+)%$/.exec(at)?.[1];
  if (percent !== undefined) return `At ${percent} %`;
  return at.startsWith('+')
    ? `${spanInWords(at.slice(1))} late`
    : `${spanInWords(at.slice(1))} before it is due`;
}

const states = (say: Speaker, ids: readonly string[]): string =>
  joined(
    ids.map((id) => say.state(id)),
    'or',
  );

/** When a clock begins to run. */
export function beginInSentence(say: Speaker, start: ClockDefinition['start']): string {
  return 'on' in start ? 'the submission' : `the moment the case enters ${states(say, start.onEnter)}`;
}

/** When a clock stops. */
export function endInSentence(say: Speaker, stop: ClockDefinition['stop']): string {
  if ('onEnter' in stop) return `the case enters ${states(say, stop.onEnter)}`;
  if ('onLeave' in stop) return `the case leaves ${states(say, stop.onLeave)}`;
  return stop.on === 'assigned' ? 'somebody has it' : 'the first response';
}

/** How long a clock lasts, by which hours, and on which condition. */
export function targetsInSentence(say: Speaker, targets: ClockDefinition['targets']): string {
  return targets
    .map(({ when, duration, calendar }, index) => {
      const condition = when === undefined ? '' : ` if ${say.condition(when)}`;
      const otherwise = when === undefined && index > 0 ? 'else ' : '';
      return `${otherwise}${spanInWords(duration)} ${hours(say, calendar)}${condition}`;
    })
    .join(', ');
}

function hours(say: Speaker, calendar: ClockDefinition['targets'][number]['calendar']): string {
  if (typeof calendar === 'string') return `of ${say.calendar(calendar)}`;
  return calendar.from === 'requester' ? 'of the requester’s hours' : 'of the hours of the assignee’s team';
}

function pause(say: Speaker, { pauseIn, pauseWhileAsking }: ClockDefinition): string {
  return joined(
    [
      ...(pauseIn.length === 0 ? [] : [`in ${states(say, pauseIn)}`]),
      ...(pauseWhileAsking === true ? ['while a question is open'] : []),
    ],
    'and',
  );
}

/** What is done at a threshold. */
export function stepsInSentence(say: Speaker, steps: readonly EscalationStep[]): string {
  return joined(
    steps.map((step) => stepInWords(say, step)),
    'and',
  );
}

function stepInWords(say: Speaker, step: EscalationStep): string {
  if (step.do === 'notify') return toldInWords(say, step.to);
  if (step.do === 'queue') return `it goes to the queue ${say.queue(step.queue)}`;
  if (step.do === 'raise_priority') return 'its priority is raised';
  return step.do === 'reassign' ? 'it is given to somebody else' : 'it goes to the assignee’s manager';
}

function toldInWords(say: Speaker, to: readonly Recipient[]): string {
  const [only] = to;
  const one = to.length === 1 && only !== undefined && Object.values(only)[0] === true;
  return `${joined(
    to.map((recipient) => recipientInWords(say, recipient)),
    'and',
  )} ${one ? 'is' : 'are'} told`;
}

function recipientInWords(say: Speaker, to: Recipient): string {
  if ('role' in to) return `the ${say.roles(to.role)}`;
  if ('team' in to) return `the team ${say.team(to.team)}`;
  if ('pool' in to) return `the pool ${say.pool(to.pool)}`;
  if ('assignee' in to) return 'the assignee';
  if ('manager' in to) return 'the assignee’s manager';
  return 'owner' in to ? 'whoever answers for the state' : 'the requester';
}

/** The visible table of priorities, row by row. */
export function prioritySentences(say: Speaker, { table, default: otherwise }: PriorityTable): string[] {
  const options = (purpose: string, ids: readonly string[]): string =>
    joined(
      ids.map((id) => say.purpose(purpose, id)),
      'or',
    );
  const rows = table.map((row) => {
    const when = [
      ...(row.urgency === undefined ? [] : [`the urgency is ${options('urgency', row.urgency)}`]),
      ...(row.impact === undefined ? [] : [`the impact is ${options('impact', row.impact)}`]),
      ...(row.dueWithinDays === undefined ? [] : [`it is due within ${countOf(row.dueWithinDays, 'day')}`]),
    ];
    return `Priority ${row.priority} ${when.length === 0 ? 'always' : `if ${joined(when, 'and')}`}.`;
  });
  return [...rows, `${rows.length === 0 ? 'Priority' : 'Otherwise priority'} ${otherwise}.`];
}
