import type { Json } from '../../../domain/hash/canonical-json.ts';
import { demoAccounts } from '../company/market.ts';
import type { Dice } from '../dice.ts';
import type { FateMix } from './fates.ts';
import { regionOfAccount } from './refund-stories.ts';
import type { Request, Special } from './story.ts';
import { whoIs } from './who-is.ts';

const handler = whoIs('handler');

/** What becomes of customer issues. */
export const issueFates: FateMix = {
  open: [
    ['received', 4, 0.05, 1.2],
    ['received', 1, 0.2, 1.2, handler],
    ['diagnosing', 3, 0.5, 7],
    ['diagnosing', 5, 2.2, 6, handler],
    ['waiting_customer', 2, 1, 9],
    ['waiting_customer', 2, 1, 6, handler],
    ['fixing', 4, 2, 9],
    ['gate', 2, 1, 4],
  ],
  finished: 13,
  rejected: 3,
  withdrawn: 2,
};

type Fault = readonly [area: string, title: string, what: string, parts: readonly string[]];

const faults: readonly Fault[] = [
  [
    'platform',
    'Sign-in is slow in the morning',
    'It takes forty seconds until the start page is there.',
    ['sign-in'],
  ],
  [
    'platform',
    'Search finds nothing',
    'Every search answers with an empty list since the update.',
    ['search'],
  ],
  ['platform', 'Files open slowly', 'Large image stacks take a minute to open.', ['storage']],
  ['data', 'Exports stop after 10 000 rows', 'The file ends in the middle of a line.', ['exports']],
  ['data', 'Dashboard shows last week', 'The numbers stopped on Friday.', ['dashboards']],
  ['data', 'Imports double the rows', 'Each import adds every row twice.', ['imports']],
  ['integrations', 'Webhooks are late', 'They arrive two hours after the event.', ['webhooks']],
  ['integrations', 'The calendar is not updated', 'New bookings do not reach the calendar.', ['api']],
  ['instruments', 'The stage squeaks', 'It squeaks when it moves to the left.', []],
  ['instruments', 'The lamp flickers', 'After ten minutes the lamp begins to flicker.', []],
  ['billing', 'Two bills for one month', 'We received two bills with different numbers.', []],
  ['billing', 'Old address on the bill', 'The bill still has the address of last year.', []],
  ['unknown', 'Something beeps', 'Something in the lab beeps every hour; nobody knows what.', []],
];

// A second report of the same fault by the same person would be a duplicate.
const whereOrWhen = [
  '',
  ' again',
  ' since Tuesday',
  ' on the second floor',
  ' for one team',
  ' at night',
  ' in the new lab',
];
const customers = demoAccounts.filter(({ lifecycle }) => lifecycle === 'customer' || lifecycle === 'renewal');
const requesters = ['imogen', 'sofie', 'dana', 'bruno', 'mei', 'nils', 'johanna'];

/** The n-th issue, as the dice fall. */
export function issueRequest(dice: Dice): Request {
  const account = dice.one(customers);
  const [area, title, what, parts] = dice.one(faults);
  const severity = dice.one(['sev2', 'sev3', 'sev3', 'sev3', 'sev4', 'sev4']);
  return {
    requester: dice.one(requesters),
    source: dice.one(['form', 'email', 'call', 'api']),
    values: {
      customer: account.id,
      contact_email: `${dice.one(['lab', 'it', 'office'])}@${account.domains[0] ?? 'mail.example'}`,
      segment: account.segment,
      region: regionOfAccount(account),
      title: `${title}${dice.one(whereOrWhen)}`,
      product_area: area,
      ...(parts.length === 0 ? {} : { components: [...parts] }),
      severity,
      impact: dice.one(['one_user', 'one_site', 'one_site', 'whole_customer']),
      users_affected: dice.around(12),
      workaround: dice.chance(60),
      description: what,
      ...(dice.chance(30) ? { promised_by: `@+${dice.whole(1, 8)}d` } : {}),
      steps: [{ step: 'Open it in the morning', happens: title }],
      ...outageOf(dice, severity),
    },
    ...(dice.chance(40) ? { files: { logs: ['client.log'] } } : {}),
  };
}

function outageOf(dice: Dice, severity: string): Record<string, Json> {
  if (severity !== 'sev2') return {};
  return { started_at: '@-3h', revenue_at_risk: dice.chance(30), customer_told: dice.chance(70) };
}

const orion = {
  customer: 'orion-group',
  contact_email: 'it@orion-group.example',
  segment: 'enterprise',
  region: 'emea',
};

/** Situations that come every time, each so many days before the end. */
export const issueSpecials: readonly Special[] = [
  {
    age: 13,
    requester: 'imogen',
    source: 'call',
    values: {
      ...orion,
      contact_phone: '+442079460000',
      title: 'Nobody can sign in',
      product_area: 'platform',
      components: ['sign-in'],
      severity: 'sev1',
      impact: 'whole_customer',
      started_at: '@-1h',
      workaround: false,
      description: 'The sign-in page shows error 502 for everybody.',
      revenue_at_risk: true,
    },
    files: { logs: ['gateway.log'] },
  },
  {
    age: 2,
    requester: 'nils',
    source: 'form',
    values: {
      ...orion,
      title: 'Search is empty at three customers',
      product_area: 'platform',
      components: ['search'],
      severity: 'sev2',
      impact: 'several_customers',
      started_at: '@-1h',
      workaround: false,
      description: 'Search finds nothing at three customers since the update.',
      revenue_at_risk: true,
    },
  },
  {
    age: 6,
    requester: 'sofie',
    source: 'form',
    values: {
      customer: 'nordhavn',
      contact_email: 'it@nordhavn.example',
      segment: 'enterprise',
      region: 'emea',
      title: 'Exports stop',
      product_area: 'data',
      severity: 'sev3',
      impact: 'one_site',
      workaround: true,
      description: 'Exports stop after 10 000 rows.',
      known_issue: 'KNOWN-311',
    },
  },
  {
    age: 4,
    requester: 'mei',
    source: 'form',
    values: {
      customer: 'kestrel-test',
      contact_email: 'robot@test.kestrel.example',
      segment: 'small',
      region: 'apac',
      title: 'Nightly check',
      product_area: 'platform',
      severity: 'sev3',
      impact: 'one_user',
      workaround: true,
      description: 'The robot says no.',
    },
  },
  {
    age: 0.4,
    requester: 'dana',
    source: 'email',
    values: {
      customer: 'summit-materials',
      contact_email: 'lab@summitmaterials.example',
      segment: 'enterprise',
      region: 'americas',
      title: 'Nothing works at the plant',
      product_area: 'platform',
      components: ['sign-in', 'api'],
      severity: 'sev1',
      impact: 'whole_customer',
      contact_phone: '+13125550142',
      started_at: '@-5h',
      workaround: false,
      description: 'No instrument reaches the platform since the night.',
      revenue_at_risk: true,
    },
  },
];
