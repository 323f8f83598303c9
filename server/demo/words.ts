import type { DemoType } from './demo-types.ts';

/** What people write on the cases of one type. */
interface Words {
  readonly questions: readonly string[];
  readonly answers: readonly string[];
  /** Among those who work on it. */
  readonly notes: readonly string[];
  /** For the requester too. */
  readonly news: readonly string[];
  readonly approvals: readonly string[];
  readonly refusals: readonly string[];
}

/** The words of the five types. */
export const words: Readonly<Record<DemoType, Words>> = {
  'vendor-onboarding': {
    questions: [
      'Which cost centre pays for it?',
      'Is the price per seat or for the whole team?',
      'Does the old contract end by itself, or do we have to cancel it?',
    ],
    answers: [
      'Cost centre 4410, agreed with Camille.',
      'For the whole team, up to 40 people.',
      'It ends by itself in March.',
    ],
    notes: [
      'Asked for 8 % off for two years.',
      'Their terms of 2024 were fine; only clause 7 is new.',
      'Security knows them from the pilot.',
    ],
    news: ['The draft is with their lawyer, back on Thursday.', 'They accept our payment terms.'],
    approvals: ['In the budget.', 'Fine with the report attached.', ''],
    refusals: [
      'Not in this year’s budget; ask again in January.',
      'No certificate, and they would hold customer data.',
    ],
  },
  refund: {
    questions: [
      'Can you send a photo of the label?',
      'Was it paid by card or by transfer?',
      'Did they keep the accessories?',
    ],
    answers: [
      'Photo is attached to the mail of this morning.',
      'By card, the one ending in 4410.',
      'They sent everything back yesterday.',
    ],
    notes: [
      'Third time with this courier.',
      'The shop shows one charge only; the bank says two.',
      'Paid back half already in spring.',
    ],
    news: ['The check is done; it goes to payout today.', 'We have told the courier.'],
    approvals: ['Within policy.', 'Clear case.', ''],
    refusals: ['Outside the window, and no reason to make an exception.', 'The proof shows another order.'],
  },
  'access-request': {
    questions: ['Until when do you need it?', 'Which tables exactly?', 'Does the viewer role not do?'],
    answers: [
      'Until the campaign ends, about six weeks.',
      'Orders and returns, nothing with names.',
      'No, I have to correct them.',
    ],
    notes: [
      'Had the same role last year, taken back in June.',
      'Their lead asked me by phone too.',
      'Added to the quarterly review.',
    ],
    news: ['Set up; sign in again to see it.', 'It ends by itself on the day you named.'],
    approvals: ['Fits the task.', 'For this time only.', ''],
    refusals: ['The published tables have all that is needed.', 'Ask again with the project’s number.'],
  },
  'customer-issue': {
    questions: [
      'Since when, and for how many people?',
      'Which version is shown at the bottom of the page?',
      'Does it happen in a private window too?',
    ],
    answers: ['Since Tuesday, for all twelve.', 'Version 8.4.2.', 'Yes, there as well.'],
    notes: [
      'Looks like the same cache as in July.',
      'I see it on our side, too: 1 in 40 requests.',
      'Their instance is two versions behind.',
    ],
    news: ['We see it and know where it comes from.', 'A way round: export in two halves.'],
    approvals: ['Go ahead after 19:00.', 'Agreed, with a way back.', ''],
    refusals: ['Not during their inventory; next Tuesday.', 'Show me the way back first.'],
  },
  'sales-enquiry': {
    questions: [
      'Have they seen the platform already?',
      'Who decides besides the lab?',
      'Is the partner paid on this?',
    ],
    answers: ['Twice, at the fair and on our site.', 'Their head of purchasing.', 'Yes, at the usual rate.'],
    notes: [
      'Their competitor runs 30 seats with us.',
      'They mentioned a visit in spring.',
      'Price is not the problem, the start date is.',
    ],
    news: ['Call agreed for Thursday.', 'Sent the offer.'],
    approvals: ['Fine for two years.', 'Within what we agreed last quarter.', ''],
    refusals: ['Not with 90 days and a discount.', 'Ask for one of the two.'],
  },
};

/** Why people hand a case to somebody else. */
export const handOverReasons = [
  'You spoke to them last week; please go on.',
  'I am in a workshop until Thursday.',
  'This is your region.',
] as const;

/** Why people hand a case on as soon as they have it. */
export const handOnReasons = [
  'You know them: they ask for you by name.',
  'It goes with the one you have from them already.',
  'You have the time this week, I have not.',
] as const;

/** Why people decline a case. */
export const declineReasons = [
  'I know these people privately.',
  'Not my language; I would only slow it down.',
  'I have three of the kind already and a deadline today.',
] as const;

/** Why requesters escalate. */
export const escalationReasons = [
  'Nobody has answered for two days, and the date is near.',
  'The customer called my manager.',
  'We stand still without it.',
] as const;

/** Why requesters take a request back. */
export const withdrawalReasons = [
  'We found another way.',
  'Asked too early; the plan has changed.',
  'It was solved meanwhile.',
] as const;
