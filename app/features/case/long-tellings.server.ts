import { routingReason } from '../../lib/routing-reason.server.ts';
import type { CaseEvent } from './case-answers.ts';
import {
  by,
  called,
  capital,
  type Part,
  placeOf,
  said,
  strong,
  type Telling,
  textOf,
} from './telling.server.ts';

/** How routing is told. */
export function routed(event: CaseEvent, telling: Telling): Part {
  const person = textOf(event, 'person');
  const place = placeOf(event, telling);
  // What is behind the sentence of the rule is told by the decision record.
  const stored = textOf(event, 'reason')?.split('.; ', 1)[0];
  const reason = stored && routingReason(stored, telling.names);
  const more = {
    icon: 'points',
    why: true as const,
    group: 'decisions' as const,
    ...(reason && { note: reason }),
  };
  if (person !== undefined)
    return {
      words: ['Sent to ', strong(called(person, telling)), ...(place ? [` from ${place}`] : [])],
      ...more,
    };
  switch (event.data['kind']) {
    case 'held':
      return { words: ['Held back by routing'], ...more };
    case 'suppressed':
      return { words: ['Set aside by routing'], ...more };
    case 'waiting':
      return {
        words: ['Waits for the next free person', ...(place ? [' in ', strong(place)] : [])],
        ...more,
      };
    case 'unassigned':
      return { words: ['Routing found nobody'], ...more };
    default:
      return { words: ['Sent to ', strong(place ?? 'those who answer for it')], ...more };
  }
}

/** How a clock is told; null when nothing came of it that people notice. */
export function clockMoved(event: CaseEvent): Part | null {
  const { title, intervals, fired } = event.data['clock'] as {
    readonly title: string;
    readonly intervals: readonly { readonly kind: string; readonly at: number; readonly reason?: string }[];
    readonly fired: readonly { readonly id: string; readonly at: number }[];
  };
  const last = intervals.at(-1);
  const name = `“${title}”`;
  const icon = 'clock';
  const late = intervals.some(({ kind, at }) => kind === 'breached' && at < event.at);
  if (last?.kind === 'breached' && last.at === event.at)
    return { icon: 'sla-breached', words: [`${name} ran out`] };
  if (fired.some(({ at }) => at === event.at))
    return { icon: 'bell', words: [late ? `Reminder: ${name} is late` : `Reminder: ${name} runs out soon`] };
  switch (last?.kind) {
    case 'paused':
      return { icon: 'pause', words: [`${name} paused`], ...(last.reason && { note: capital(last.reason) }) };
    case 'resumed':
      return { icon, words: [`${name} runs again`] };
    case 'satisfied':
      return { icon: 'check', words: [late ? `${name} was reached, late` : `${name} was kept`] };
    default:
      return null;
  }
}

const votes: Readonly<Record<string, string>> = {
  approve: 'approved',
  reject: 'rejected',
  return: 'sent back',
  ask: 'asked at',
};

interface GateInEvent {
  readonly gate: string;
  readonly status: string;
  readonly steps: readonly {
    readonly votes: readonly { readonly person: string; readonly decision: string; readonly for?: string }[];
  }[];
}

/** How a vote is told. */
export function voted(event: CaseEvent, telling: Telling): Part {
  const gate = event.data['gate'] as GateInEvent;
  const all = gate.steps.flatMap((step) => step.votes);
  const mine = all.filter(({ person }) => person === event.actor.id).at(-1);
  const decision = mine?.decision ?? 'approve';
  const title = telling.names.gates[gate.gate] ?? gate.gate;
  const seat = mine?.for === undefined ? [] : [`, for ${called(mine.for, telling)}`];
  return {
    icon: decision === 'approve' ? 'state-approved' : decision === 'reject' ? 'state-rejected' : 'undo',
    words: by(event, telling, ` ${votes[decision] ?? 'decided'} “${title}”`, ...seat),
    ...said(event, 'comment'),
    group: 'decisions',
  };
}

/** The title of the gate an event is about. */
export const gateIn = (event: CaseEvent, { names }: Telling): string => {
  const gate = event.data['gate'] as GateInEvent | undefined;
  return `“${gate === undefined ? 'the approval' : (names.gates[gate.gate] ?? gate.gate)}”`;
};
