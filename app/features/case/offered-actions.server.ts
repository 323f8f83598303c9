import type { CaseAnswer } from './case-answers.ts';
import type { Offered } from './offered.ts';

type Deed = CaseAnswer['actions']['deeds'][number];
type Step = CaseAnswer['actions']['transitions'][number];

const reason = (label: string, required: boolean) => ({ text: { label, required } });

/** What somebody may do to a case now, and what they would do next but cannot yet, with the reason. */
export function offeredActions(answer: CaseAnswer, me: string): Offered[] {
  const deeds = new Map(answer.actions.deeds.map((deed) => [deed.id, deed]));
  const can = (id: Deed['id']): boolean => deeds.get(id)?.enabled === true;
  const mine = answer.owner === me;
  const steps = answer.actions.transitions.filter(({ kind }) => kind !== 'withdraw');
  const decisions = decisionsOf(answer, deeds.get('decide'));
  const open = steps.filter(({ enabled }) => enabled).map((step) => stepOf(step, decisions.length === 0));
  const when = (holds: boolean, offered: Offered): Offered[] => (holds ? [offered] : []);
  const toTake = !mine && can('claim');
  return [
    ...decisions,
    ...when(toTake, take(open.length === 0 && decisions.length === 0)),
    ...when(mine && can('accept') && answer.acceptedAt === null, accept),
    ...open.map((step, i) => (i === 0 && step.primary && !toTake ? step : quiet(step))),
    ...when(can('answer'), answerIt),
    ...when(can('ask'), ask),
    ...when(can('assign'), handOver(mine)),
    ...(can('snooze') ? later(answer.asides.some(({ person }) => person === me)) : []),
    ...when(mine && can('decline'), decline),
    ...when(mine && can('release'), release),
    ...when(can('edit'), edit),
    ...when(can('setPriority'), priority(answer.priority.value)),
    ...when(can('escalate'), escalate),
    ...when(can('reroute'), reroute),
    ...when(can('withdraw'), withdraw),
    ...when(can('watch') && answer.watching.onlyWay, unwatch),
    ...steps
      .filter(({ enabled, auto, whyNot }) => !enabled && whyNot !== undefined && telling(whyNot, auto))
      .map((step) => lockedStep(step, answer)),
  ];
}

/** A step that is off for a reason that will pass; what is simply another person's is no button of ours, nor what is taken by itself elsewhere. */
const telling = ({ code }: { readonly code: string }, auto: boolean): boolean =>
  !(auto && code === 'GUARD_REFUSED') &&
  code !== 'NOT_ALLOWED' &&
  code !== 'SELF_DECISION' &&
  code !== 'CASE_CLOSED';

function quiet({ primary: _, ...offered }: Offered): Offered {
  return offered;
}

function decisionsOf({ gates, people }: CaseAnswer, decide: Deed | undefined): Offered[] {
  const open = gates.filter(({ status }) => status === 'open');
  const mine = open.filter(({ mine: { may } }) => may);
  if (mine.length > 0 && decide?.enabled === true) {
    const at = mine.length > 1 ? { gates: mine.map(({ id, title }) => ({ id, title })) } : {};
    const title = mine.length === 1 ? `“${mine[0]?.title}”` : '';
    return [
      {
        ...{ id: 'approve', label: 'Approve', icon: 'check', shortcut: 'a', primary: true, verb: 'Approve' },
        lead: `You sign ${title || 'one of the approvals below'}. It can be taken back for 8 seconds.`,
        needs: { ...reason('Comment', false), ...at },
      },
      {
        ...{ id: 'reject', label: 'Reject', icon: 'x', shortcut: 'r', verb: 'Reject' },
        lead: 'The requester reads why. It can be taken back for 8 seconds.',
        needs: { ...reason('Why', true), ...at },
      },
      ...(mine.some(({ returnable }) => returnable) ? [sendBack(mine)] : []),
    ];
  }
  const [first] = open;
  const message = first === undefined ? undefined : lockedAt(first, people);
  if (first === undefined || message === undefined || !concerns(first)) return [];
  return [
    {
      id: 'approve',
      label: `Sign “${first.title}”`,
      icon: 'check',
      verb: 'Approve',
      locked: message,
      needs: {},
    },
  ];
}

/** Sending back is neither yes nor no: what is missing is put right, and it is asked again. */
function sendBack(mine: CaseAnswer['gates']): Offered {
  const open = mine.filter(({ returnable }) => returnable);
  return {
    ...{ id: 'return', label: 'Send back', icon: 'undo', verb: 'Send back' },
    lead: 'It goes back to be put right, and is asked for again. It can be taken back for 8 seconds.',
    needs: {
      ...reason('What is to be put right', true),
      ...(mine.length > 1 ? { gates: open.map(({ id, title }) => ({ id, title })) } : {}),
    },
  };
}

/** Why somebody cannot sign, with the names of those who can. */
function lockedAt(
  { mine, step }: CaseAnswer['gates'][number],
  people: CaseAnswer['people'],
): string | undefined {
  const { whyNot } = mine;
  return whyNot?.code === 'NOT_AN_APPROVER' && step !== null ? signers({ step }, people) : whyNot?.message;
}

/** Who can sign, by name. */
function signers({ step }: Pick<CaseAnswer['gates'][number], 'step'>, people: CaseAnswer['people']): string {
  const names = (step?.maySign ?? []).map(({ person }) => people[person] ?? 'somebody who left');
  const last = names.at(-1);
  if (last === undefined) return 'Nobody can sign at present.';
  return names.length === 1
    ? `${last} has to sign.`
    : `${names.slice(0, -1).join(', ')} or ${last} has to sign.`;
}

/** Somebody who has no part in a gate need not read that it is not theirs, unless it is so for a reason of their own. */
const concerns = ({ mine }: CaseAnswer['gates'][number]): boolean =>
  mine.whyNot !== undefined && mine.whyNot.code !== 'CASE_CLOSED';

function stepOf({ id, title, comment }: Step, first: boolean): Offered {
  return {
    ...{
      id: `step:${id}`,
      label: title,
      icon: 'right',
      verb: title,
      ...(first && { primary: true as const }),
    },
    needs: comment === 'none' ? {} : reason('Comment', comment === 'required'),
  };
}

function lockedStep({ id, title, whyNot }: Step, answer: CaseAnswer): Offered {
  const waiting = answer.gates.filter(({ status }) => status === 'open');
  const locked =
    whyNot?.code === 'GATE_OPEN' && waiting.length > 0
      ? waiting.map((gate) => `“${gate.title}” first: ${signers(gate, answer.people)}`).join(' ')
      : (whyNot?.message ?? '');
  return {
    id: `step:${id}`,
    label: title,
    icon: 'right',
    verb: title,
    locked: unsaid(locked, title),
    needs: {},
  };
}

/** A reason that begins by naming what its button names already says only the rest. */
export function unsaid(reason: string, title: string): string {
  const start = `The condition of “${title}” is not met. `;
  return reason.startsWith(start) && reason.length > start.length ? reason.slice(start.length) : reason;
}

const take = (primary: boolean): Offered => ({
  ...{
    id: 'claim',
    label: 'Take it',
    icon: 'user',
    verb: 'Take it',
    ...(primary && { primary: true as const }),
  },
  lead: 'It becomes yours to handle.',
  needs: {},
});
const accept: Offered = {
  ...{ id: 'accept', label: 'Accept', icon: 'check', verb: 'Accept' },
  lead: 'Everybody sees that you have it in hand.',
  needs: {},
};
const ask: Offered = {
  ...{ id: 'ask', label: 'Ask', icon: 'ask', shortcut: 'i', verb: 'Send question' },
  needs: {
    text: { label: 'Question', required: true },
    person: { label: 'To', required: false },
  },
};
const answerIt: Offered = {
  ...{ id: 'answer', label: 'Answer', icon: 'message', verb: 'Send answer', primary: true },
  needs: reason('Answer', true),
};
const handOver = (mine: boolean): Offered => ({
  ...{ id: 'assign', label: mine ? 'Hand over' : 'Assign', icon: 'assign', shortcut: 's' },
  verb: mine ? 'Hand over' : 'Assign',
  needs: { ...reason('Why this person', true), person: { label: 'To', required: true } },
});
const decline: Offered = {
  ...{ id: 'decline', label: 'Not for me: pass it on', icon: 'x', verb: 'Pass it on', behind: true },
  lead: 'It is routed again, to somebody else.',
  needs: reason('Why, so that the rule can be mended', true),
};
const release: Offered = {
  ...{ id: 'release', label: 'Put it back for others', icon: 'undo', verb: 'Put it back', behind: true },
  lead: 'It waits where it came from for somebody else to take it.',
  needs: reason('Why', false),
};
const edit: Offered = {
  ...{ id: 'edit', label: 'Change answers', icon: 'table', verb: 'Save answers', behind: true },
  needs: {},
};
const priority = (value: number): Offered => ({
  ...{ id: 'priority', label: 'Set priority', icon: 'sort', verb: 'Set priority', behind: true },
  needs: { ...reason('Why the table is wrong for this case', true), priority: value },
});
const escalate: Offered = {
  ...{ id: 'escalate', label: 'Escalate', icon: 'up', verb: 'Escalate', behind: true },
  lead: 'Those who answer for the case are told at once.',
  needs: reason('What is wrong', true),
};
const reroute: Offered = {
  ...{ id: 'reroute', label: 'Route again', icon: 'points', verb: 'Route again', behind: true },
  lead: 'The rules look at it as it is now.',
  needs: reason('Why', true),
};
const withdraw: Offered = {
  ...{ id: 'withdraw', label: 'Withdraw', icon: 'x', verb: 'Withdraw', behind: true },
  lead: 'The request ends here. It can be made again.',
  needs: reason('Why', false),
};
const unwatch: Offered = {
  ...{ id: 'unwatch', label: 'Stop watching', icon: 'eye', verb: 'Stop watching', apart: true },
  lead: 'You see this case only because you watch it. You will not find it any more.',
  needs: {},
};
/** Putting aside what is asked; what is aside is taken up again, or put aside until another time. */
const later = (isAside: boolean): Offered[] =>
  isAside ? [wake, { ...snooze, label: 'Put aside until another time', behind: true }] : [snooze];
const snooze: Offered = {
  ...{ id: 'snooze', label: 'Put aside', icon: 'snooze', shortcut: 'h', verb: 'Put aside' },
  lead: 'It leaves your inbox and comes back then, or as soon as there is news. Clocks run on.',
  needs: {},
};
const wake: Offered = {
  ...{ id: 'wake', label: 'Take up again', icon: 'inbox', verb: 'Take up again' },
  lead: 'It is back in your inbox at once.',
  needs: {},
};
