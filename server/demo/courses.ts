import type { DemoType } from './demo-types.ts';

/** Who takes a step: the person who has the case, or who asked for it. */
export type Taker = 'owner' | 'requester';

/** A step of the workflow as people take it. */
export interface Step {
  readonly transition: string;
  readonly by: Taker;
  readonly comment?: string;
  /** Taken only when a field has this value; `true` asks for any value. */
  readonly when?: readonly [field: string, value: string | true];
}

/** How people bring the cases of one type to their end. */
export interface Course {
  /** The step from each state that leads on; a state without one is left by the product or by signatures. */
  readonly onward: Readonly<Record<string, readonly Step[]>>;
  /** How a case is refused, from the states where it is. */
  readonly refuse: Readonly<Record<string, Step>>;
  /** How a case is sent back or put aside for a while: from which state and into which. */
  readonly aside: { readonly from: string; readonly into: string; readonly step: Step };
  /** A longer way that some cases take. */
  readonly detour?: { readonly from: string; readonly into: string; readonly step: Step };
  /** How a closed case is opened again, and who answers for it then. */
  readonly reopen: { readonly from: readonly string[]; readonly step: Step };
  /** The state in which requesters change their mind. */
  readonly withdrawnIn: string;
}

const owner = (transition: string, comment?: string): Step => ({
  transition,
  by: 'owner',
  ...(comment === undefined ? {} : { comment }),
});
const requester = (transition: string, comment?: string): Step => ({
  transition,
  by: 'requester',
  ...(comment === undefined ? {} : { comment }),
});

/** The courses of the five request types. */
export const courses: Readonly<Record<DemoType, Course>> = {
  'vendor-onboarding': {
    onward: {
      submitted: [owner('start-review')],
      review: [owner('approve')],
      with_requester: [requester('resubmit')],
      payment_setup: [owner('finish')],
    },
    refuse: {
      submitted: owner('reject', 'We have a contract with another vendor for the same thing.'),
      review: owner('reject', 'The terms are not acceptable: they may raise the price each quarter.'),
    },
    aside: {
      from: 'review',
      into: 'with_requester',
      step: owner('send-back', 'The quote is for another product; attach the right one.'),
    },
    reopen: { from: ['done', 'rejected'], step: owner('reopen', 'The vendor came back with another offer.') },
    withdrawnIn: 'review',
  },
  refund: {
    onward: {
      received: [owner('start-check')],
      checking: [owner('pay')],
      with_customer: [owner('customer-answered')],
      payout: [owner('paid')],
    },
    refuse: {
      checking: owner('decline', 'The parcel was signed for on the promised day; the courier has the proof.'),
    },
    aside: {
      from: 'checking',
      into: 'with_customer',
      step: owner('ask-customer', 'Asked for a photo of the label.'),
    },
    reopen: { from: ['refunded', 'declined'], step: owner('reopen', 'The bank sent the money back.') },
    withdrawnIn: 'received',
  },
  'access-request': {
    onward: {
      submitted: [owner('ask-for-signatures')],
      provisioning: [
        { ...owner('set-up-for-a-time'), when: ['kept', 'temporary'] },
        { ...owner('set-up-for-good'), when: ['kept', 'permanent'] },
      ],
      with_requester: [requester('resubmit')],
      revoking: [owner('confirm-removal')],
    },
    refuse: { submitted: owner('refuse', 'The report you need is sent to your team each Monday.') },
    aside: {
      from: 'submitted',
      into: 'with_requester',
      step: owner('send-back', 'Name the tables you need, and until when.'),
    },
    reopen: { from: ['refused', 'granted'], step: owner('reopen', 'The task was extended.') },
    withdrawnIn: 'submitted',
  },
  'customer-issue': {
    onward: {
      received: [owner('diagnose')],
      diagnosing: [owner('solve', 'Cleared the queue and told them how to see it next time.')],
      waiting_customer: [owner('customer-answered')],
      fixing: [owner('solve', 'Mended in the release of this week.')],
    },
    refuse: { diagnosing: owner('not-ours', 'Their proxy cuts the connection after ten seconds.') },
    detour: {
      from: 'diagnosing',
      into: 'fixing',
      step: owner('hand-to-engineering', 'Seen on our side too; it needs a change.'),
    },
    aside: {
      from: 'diagnosing',
      into: 'waiting_customer',
      step: owner('ask-customer', 'Asked for the log of the morning.'),
    },
    reopen: { from: ['solved', 'not_ours'], step: owner('reopen', 'It happens again since yesterday.') },
    withdrawnIn: 'diagnosing',
  },
  'sales-enquiry': {
    onward: {
      new: [owner('work')],
      working: [
        { ...owner('agree-terms'), when: ['expected_value', true] },
        owner('lose', 'They chose to wait for the next budget.'),
      ],
      nurture: [owner('warm-again')],
      handed_over: [owner('win')],
    },
    refuse: {
      working: owner('lose', 'They bought from somebody they know.'),
      handed_over: owner('lose', 'Their budget was cut in the last week.'),
    },
    aside: {
      from: 'working',
      into: 'nurture',
      step: owner('keep-warm', 'They asked us to call again in the new year.'),
    },
    reopen: { from: ['lost', 'disqualified'], step: owner('reopen', 'They called back.') },
    withdrawnIn: 'new',
  },
};
