import type { Json } from '../../../domain/hash/canonical-json.ts';
import type { Dice } from '../dice.ts';
import type { FateMix } from './fates.ts';
import type { Request, Special } from './story.ts';

/** What becomes of access requests. */
export const accessFates: FateMix = {
  open: [
    ['submitted', 2, 0.1, 1.5],
    ['gate', 4, 0.5, 6],
    ['provisioning', 3, 3, 8],
    ['active', 3, 3, 10],
    ['revoking', 2, 9, 14],
    ['with_requester', 1, 2, 7],
  ],
  finished: 12,
  rejected: 3,
  withdrawn: 2,
};

type Wish = readonly [system: string, field: string, role: string, why: string];

const wishes: readonly Wish[] = [
  ['crm', 'crm_role', 'crm-viewer', 'Look up addresses for the spring mailing.'],
  ['crm', 'crm_role', 'crm-editor', 'Correct customer addresses after each call.'],
  ['crm', 'crm_role', 'crm-exporter', 'Lists for the partner day, agreed with marketing.'],
  ['erp', 'erp_role', 'erp-viewer', 'Check bookings of my cost centre each month.'],
  ['erp', 'erp_role', 'erp-poster', 'New in accounts payable from Monday on.'],
  ['warehouse', 'warehouse_role', 'warehouse-reader', 'Read the published tables for the quarterly review.'],
  ['warehouse', 'warehouse_role', 'warehouse-analyst', 'Churn study for the spring campaign.'],
  ['warehouse', 'warehouse_role', 'warehouse-engineer', 'Rebuild the nightly load of orders.'],
  ['production', 'production_role', 'production-observer', 'Follow the logs while the new queue is tried.'],
  ['production', 'production_role', 'production-deployer', 'Deploy the billing fix with the platform team.'],
];

const requesters = [
  'kofi',
  'luc',
  'paula',
  'manon',
  'jonas',
  'lea',
  'ben',
  'isla',
  'arjun',
  'rosa',
  'nils',
  'zoe',
  'matias',
  'luiza',
  'hana',
  'bikash',
  'irina',
  'arturo',
  'wei',
];

/** The n-th access request, as the dice fall. */
export function accessRequest(dice: Dice, n: number): Request {
  const [system, field, role, why] = dice.one(wishes);
  const temporary = dice.chance(60);
  return {
    requester: requesters[n % requesters.length] ?? 'kofi',
    source: dice.one(['form', 'form', 'form', 'api']),
    values: {
      system,
      [field]: role,
      kept: temporary ? 'temporary' : 'permanent',
      ...(temporary ? { duration_days: dice.one([2, 3, 5, 30, 60, 90]) } : {}),
      ...(dice.chance(50) ? { needed_from: `@+${dice.whole(0, 20)}d` } : {}),
      working_hours: dice.chance(50),
      justification: `${why} (${dice.one(['agreed with my lead', 'asked for by the team', 'part of the quarter’s plan'])})`,
      ...(dice.chance(40) ? { ticket: `https://work.example/tasks/${4000 + n}` } : {}),
      urgency: dice.one(['low', 'normal', 'normal', 'high']),
      impact: dice.one(['one', 'one', 'team', 'company']),
      ...productionOf(dice, system),
    },
  };
}

function productionOf(dice: Dice, system: string): Record<string, Json> {
  return system === 'production' ? { own_device: dice.chance(10), sponsor: 'chloe' } : {};
}

const plain = { urgency: 'normal', impact: 'one' };

/** Situations that come every time, each so many days before the end. */
export const accessSpecials: readonly Special[] = [
  {
    age: 15,
    requester: 'imogen',
    source: 'form',
    values: {
      system: 'crm',
      crm_role: 'crm-editor',
      kept: 'permanent',
      justification: 'Correct customer addresses every day.',
      ...plain,
    },
  },
  {
    age: 6,
    requester: 'valentina',
    source: 'form',
    values: {
      system: 'erp',
      erp_role: 'erp-payer',
      kept: 'permanent',
      justification: 'Cover for the treasurer while he is away.',
      ...plain,
    },
  },
  {
    age: 9,
    requester: 'kofi',
    source: 'form',
    values: {
      system: 'warehouse',
      warehouse_role: 'warehouse-reader',
      kept: 'permanent',
      justification: 'I need this for my work, as everybody.',
      ...plain,
    },
  },
  {
    age: 4,
    requester: 'anil',
    source: 'form',
    values: {
      system: 'production',
      production_role: 'production-admin',
      kept: 'temporary',
      duration_days: 3,
      justification: 'Move the queue cluster on Saturday night.',
      sponsor: 'david',
      own_device: false,
      urgency: 'high',
      impact: 'company',
    },
  },
  {
    age: 11,
    requester: 'paula',
    source: 'form',
    values: {
      system: 'crm',
      crm_role: 'crm-exporter',
      kept: 'temporary',
      duration_days: 30,
      justification: 'Lists for the partner day in Lyon.',
      ...plain,
    },
  },
  {
    age: 7,
    requester: 'paula',
    source: 'form',
    values: {
      system: 'crm',
      crm_role: 'crm-exporter',
      kept: 'temporary',
      duration_days: 30,
      justification: 'The same again, I was not sure it went out.',
      ...plain,
    },
  },
  {
    age: 3,
    requester: 'manon',
    source: 'form',
    values: {
      system: 'erp',
      erp_role: 'erp-viewer',
      kept: 'temporary',
      duration_days: 14,
      justification: 'See what the moving company has been paid.',
      ...plain,
    },
  },
];
