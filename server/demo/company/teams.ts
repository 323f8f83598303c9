import type { StrategyName } from '../../../domain/routing/directory.ts';

/** A team of the invented company; the first member leads it. */
export interface DemoTeam {
  readonly id: string;
  readonly title: string;
  readonly members: readonly string[];
  readonly calendar: string;
}

/** A pool of the invented company. */
export interface DemoPool {
  readonly id: string;
  readonly title: string;
  readonly strategy: StrategyName;
  readonly team: string;
  /** Member → weight. */
  readonly members: Readonly<Record<string, number>>;
  readonly lookAheadMinutes: number;
  readonly moveOnLeave: boolean;
}

/** The teams. */
export const demoTeams: readonly DemoTeam[] = [
  {
    id: 'procurement',
    title: 'Procurement',
    members: ['tomas', 'oliver', 'amina', 'luc', 'rosa', 'wei'],
    calendar: 'hq',
  },
  {
    id: 'finance-operations',
    title: 'Finance operations',
    members: ['camille', 'kevin', 'hugo', 'petra', 'valentina'],
    calendar: 'hq',
  },
  { id: 'workplace', title: 'Workplace', members: ['manon', 'helene'], calendar: 'hq' },
  { id: 'privacy', title: 'Data protection office', members: ['sophie', 'arturo'], calendar: 'hq' },
  {
    id: 'customer-care',
    title: 'Customer care',
    members: [
      'george',
      'mateus',
      'jonas',
      'lea',
      'marta',
      'ben',
      'luiza',
      'matias',
      'arjun',
      'isla',
      'lukas',
      'bikash',
      'liam',
      'hana',
    ],
    calendar: 'support-emea',
  },
  {
    id: 'customer-care-leads',
    title: 'Customer care leads',
    members: ['george', 'mateus', 'ruth', 'fatima'],
    calendar: 'london',
  },
  { id: 'refund-board', title: 'Refund board', members: ['ruth', 'fatima', 'camille'], calendar: 'london' },
  { id: 'it-service', title: 'IT service', members: ['alec', 'jin', 'yusuf', 'sunita'], calendar: 'london' },
  { id: 'security', title: 'Security', members: ['noor', 'henrik', 'pavel'], calendar: 'hq' },
  {
    id: 'engineering',
    title: 'Engineering',
    members: ['grace', 'david', 'anil', 'irina', 'chloe', 'ravi'],
    calendar: 'london',
  },
  {
    id: 'incident-response',
    title: 'Incident response',
    members: ['ruth', 'liam', 'anil', 'lukas', 'david'],
    calendar: 'on-call',
  },
  { id: 'marketing', title: 'Marketing', members: ['paula', 'jade'], calendar: 'hq' },
  { id: 'revenue-operations', title: 'Revenue operations', members: ['theo', 'jade'], calendar: 'new-york' },
  { id: 'partners', title: 'Partners', members: ['zoe', 'bruno'], calendar: 'hq' },
  { id: 'sales-emea', title: 'Sales, Europe', members: ['johanna', 'imogen', 'sofie'], calendar: 'london' },
  {
    id: 'sales-americas',
    title: 'Sales, the Americas',
    members: ['elena', 'dana', 'bruno', 'marcus'],
    calendar: 'new-york',
  },
  { id: 'sales-apac', title: 'Sales, Asia and the Pacific', members: ['mei', 'wei'], calendar: 'singapore' },
  { id: 'success', title: 'Customer success', members: ['aisha', 'nils'], calendar: 'london' },
];

type PoolRow = readonly [
  id: string,
  title: string,
  strategy: StrategyName,
  team: string,
  members: Readonly<Record<string, number>>,
  more?: Partial<Pick<DemoPool, 'lookAheadMinutes' | 'moveOnLeave'>>,
];

const poolRows: readonly PoolRow[] = [
  ['software-buyers', 'Software buyers', 'skills', 'procurement', { amina: 2, oliver: 1, rosa: 1 }],
  ['buyers-emea', 'Buyers, Europe', 'weighted', 'procurement', { luc: 3, amina: 2, oliver: 1 }],
  ['buyers-americas', 'Buyers, the Americas', 'round_robin', 'procurement', { rosa: 1 }],
  ['buyers-apac', 'Buyers, Asia and the Pacific', 'round_robin', 'procurement', { wei: 1 }],
  [
    'buyers-global',
    'Buyers, anywhere',
    'least_loaded',
    'procurement',
    { luc: 1, rosa: 1, wei: 1, oliver: 1 },
  ],
  ['treasury', 'Treasury', 'ordered', 'finance-operations', { hugo: 1, petra: 1 }],
  [
    'finance-operations',
    'Finance operations',
    'round_robin',
    'finance-operations',
    { petra: 1, valentina: 1 },
  ],
  [
    'frontline-emea',
    'Frontline, Europe',
    'round_robin',
    'customer-care',
    { jonas: 1, lea: 1, marta: 1 },
    { lookAheadMinutes: 20, moveOnLeave: true },
  ],
  [
    'frontline-americas',
    'Frontline, the Americas',
    'round_robin',
    'customer-care',
    { ben: 1, luiza: 1, matias: 1 },
    { moveOnLeave: true },
  ],
  [
    'frontline-apac',
    'Frontline, Asia and the Pacific',
    'round_robin',
    'customer-care',
    { arjun: 1, isla: 1 },
    { moveOnLeave: true },
  ],
  ['specialists', 'Specialists', 'skills', 'customer-care', { lukas: 1, bikash: 1, liam: 1, hana: 1 }],
  ['billing-desk', 'Billing desk', 'least_loaded', 'customer-care', { marta: 1, ben: 1, isla: 1 }],
  ['incident-response', 'Incident response', 'ordered', 'incident-response', { anil: 1, lukas: 1, david: 1 }],
  ['it-service', 'IT service desk', 'round_robin', 'it-service', { yusuf: 1, sunita: 1 }],
  ['it-service-seniors', 'IT service seniors', 'round_robin', 'it-service', { alec: 1, jin: 1 }],
  ['it-provisioning', 'Provisioning', 'least_loaded', 'it-service', { yusuf: 1, sunita: 1, jin: 1 }],
  ['platform-engineers', 'Platform engineers', 'weighted', 'engineering', { david: 2, anil: 1 }],
  ['firmware', 'Firmware', 'round_robin', 'engineering', { irina: 1 }],
  ['strategic-accounts', 'Strategic accounts', 'ordered', 'sales-americas', { marcus: 1, elena: 1 }],
  ['account-management', 'Account management', 'round_robin', 'sales-emea', { imogen: 1, sofie: 1, dana: 1 }],
  ['customer-success', 'Customer success', 'round_robin', 'success', { nils: 1, aisha: 1 }],
  ['enterprise-emea', 'Enterprise, Europe', 'round_robin', 'sales-emea', { johanna: 1, sofie: 1 }],
  [
    'enterprise-americas',
    'Enterprise, the Americas',
    'round_robin',
    'sales-americas',
    { dana: 1, marcus: 1 },
  ],
  ['enquiries-emea', 'Enquiries, Europe', 'round_robin', 'sales-emea', { imogen: 1, sofie: 1, johanna: 1 }],
  ['enquiries-americas', 'Enquiries, the Americas', 'round_robin', 'sales-americas', { dana: 1, bruno: 1 }],
  ['enquiries-apac', 'Enquiries, Asia and the Pacific', 'round_robin', 'sales-apac', { mei: 2, wei: 1 }],
];

/** The pools, with every way of sharing work among them. */
export const demoPools: readonly DemoPool[] = poolRows.map(
  ([id, title, strategy, team, members, more = {}]) => ({
    id,
    title,
    strategy,
    team,
    members,
    lookAheadMinutes: more.lookAheadMinutes ?? 0,
    moveOnLeave: more.moveOnLeave ?? false,
  }),
);
