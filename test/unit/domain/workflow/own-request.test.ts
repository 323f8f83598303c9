import { describe, expect, it } from 'vitest';
import type { GateAhead } from '../../../../domain/workflow/transition-refusals.ts';
import {
  actionsOf,
  refusalToTransition,
  type TransitionAttempt,
} from '../../../../domain/workflow/transitions.ts';
import type { Transition, WorkflowState } from '../../../../domain/workflow/workflow-schema.ts';
import { attemptGiven as given, vendorWorkflow } from './vendor-workflow.ts';

const security: GateAhead = { id: 'security', title: 'Security', signers: ['Ana'], exits: ['reject'] };

/** A requester who has the case takes a step from its review to an end like this. */
function ending(end: Partial<WorkflowState>, step: Partial<Transition> = {}): Partial<TransitionAttempt> {
  const { states, transitions } = vendorWorkflow;
  return {
    state: 'review',
    transition: 'close',
    relations: ['requester', 'assignee'],
    workflow: {
      ...vendorWorkflow,
      states: [...states, { id: 'closed', title: 'Closed', category: 'done', ...end }],
      transitions: [
        ...transitions,
        { id: 'close', title: 'Close', from: ['review'], to: 'closed', who: ['assignee'], ...step },
      ],
    },
  };
}

describe('a step', () => {
  const cases: [string, Partial<TransitionAttempt>, string | undefined, RegExp | undefined][] = [
    [
      'that grants a request is refused to whoever asked for it, whatever else they are to it',
      { state: 'review', transition: 'approve', relations: ['requester', 'assignee', 'accountable'] },
      'SELF_DECISION',
      /^Nobody decides on their own request: somebody else has to take “Approve”\.$/,
    ],
    [
      'that grants a request is refused to whoever it is for',
      { state: 'review', transition: 'approve', relations: ['behalf', 'assignee'] },
      'SELF_DECISION',
      /^Nobody decides/,
    ],
    [
      'that rejects a request is refused to whoever asked for it, who learns how to give it up',
      {
        state: 'review',
        transition: 'reject',
        relations: ['requester', 'assignee'],
        comment: 'no',
      },
      'SELF_DECISION',
      /^Nobody decides on their own request: somebody else has to take “Reject”\. To give it up, take “Withdraw” instead\.$/,
    ],
    [
      'that rejects a request is refused to whoever it is for, even where a gate would take it',
      { transition: 'reject', relations: ['behalf', 'assignee'], openGates: [security], comment: 'no' },
      'SELF_DECISION',
      /“Reject”\.$/,
    ],
    [
      'that rejects what was granted is refused to whoever asked for it',
      { ...ending({ outcome: 'rejected' }, { from: ['payment_setup'] }), state: 'payment_setup' },
      'SELF_DECISION',
      /“Close”\.$/,
    ],
    [
      'that closes a request in another way is refused to whoever asked for it',
      ending({ outcome: 'solved' }),
      'SELF_DECISION',
      /^Nobody decides on their own request: somebody else has to take “Close”\. To give it up/,
    ],
    [
      'that closes a request without an outcome is refused to whoever asked for it',
      ending({}),
      'SELF_DECISION',
      /“Close”/,
    ],
    [
      'that closes what was granted is possible for the requester who has it',
      { ...ending({ outcome: 'expired' }, { from: ['payment_setup'] }), state: 'payment_setup' },
      undefined,
      undefined,
    ],
    [
      'that gives a request up is possible for the requester, whatever its kind',
      ending({ outcome: 'withdrawn' }),
      undefined,
      undefined,
    ],
    [
      'that closes a request is possible for the requester to whom the designer gave it',
      ending({ outcome: 'solved' }, { who: ['requester'] }),
      undefined,
      undefined,
    ],
    [
      'that rejects a request is refused to the requester even where the designer gave it to them',
      ending({ outcome: 'rejected' }, { who: ['requester'] }),
      'SELF_DECISION',
      /“Close”/,
    ],
    [
      'withdraws into whatever end the designer chose',
      ending({ outcome: 'rejected' }, { kind: 'withdraw' }),
      undefined,
      undefined,
    ],
    [
      'is possible for the requester who has it while nothing is granted by it',
      { relations: ['requester', 'assignee'] },
      undefined,
      undefined,
    ],
    [
      'is possible for the requester who has it once others have granted it',
      { state: 'payment_setup', transition: 'finish', relations: ['requester', 'assignee', 'role'] },
      undefined,
      undefined,
    ],
  ];
  it.each(cases)('%s', (_, when, code, message) => {
    const refusal = refusalToTransition({ ...given, ...when });
    expect(refusal?.code).toBe(code);
    if (message) expect(refusal?.message).toMatch(message);
  });
});

it('the actions shown to a requester who has the case are locked where they decide, and only there', () => {
  const shown = actionsOf({ ...given, state: 'review', relations: ['requester', 'assignee'] });
  expect(
    shown.map(({ id, enabled, whyNot }) => [id, enabled, whyNot?.code, whyNot?.data['instead']]),
  ).toEqual([
    ['approve', false, 'SELF_DECISION', undefined],
    ['reject', false, 'SELF_DECISION', 'withdraw'],
    ['send-back', true, undefined, undefined],
    ['withdraw', true, undefined, undefined],
  ]);
});
