import type { Json } from '../../../domain/hash/canonical-json.ts';
import type { Dice } from '../dice.ts';
import type { FateMix } from './fates.ts';
import type { Request } from './story.ts';

/** What becomes of vendor requests. */
export const vendorFates: FateMix = {
  open: [
    ['submitted', 4, 0.1, 2],
    ['gate', 6, 1, 9],
    ['gate', 4, 2.2, 4],
    ['with_requester', 2, 3, 8],
    ['payment_setup', 3, 4, 12],
  ],
  finished: 11,
  rejected: 3,
  withdrawn: 2,
};

interface Offer {
  readonly name: string;
  readonly type: 'software' | 'services' | 'contractor' | 'hardware' | 'facilities';
  readonly country: string;
  readonly currency: string;
  readonly yearly: number;
  readonly reason: string;
  readonly item: string;
}

const offers: readonly Offer[] = [
  {
    name: 'Aldermoor Analytics Ltd',
    type: 'software',
    country: 'GB',
    currency: 'GBP',
    yearly: 6200,
    reason: 'Charts for the monthly report; replaces three spreadsheets.',
    item: 'Licences',
  },
  {
    name: 'Corvane Cloud GmbH',
    type: 'software',
    country: 'DE',
    currency: 'EUR',
    yearly: 18_000,
    reason: 'Surveys among customers after each delivery.',
    item: 'Survey platform',
  },
  {
    name: 'Meridiem Data Centres',
    type: 'software',
    country: 'IE',
    currency: 'EUR',
    yearly: 92_000,
    reason: 'Hosting for the new platform from spring on.',
    item: 'Hosting',
  },
  {
    name: 'Ostrava Reliability s.r.o.',
    type: 'contractor',
    country: 'CZ',
    currency: 'EUR',
    yearly: 41_000,
    reason: 'On-call cover while two engineers are on parental leave.',
    item: 'Days on call',
  },
  {
    name: 'Brightwater Optics',
    type: 'hardware',
    country: 'US',
    currency: 'USD',
    yearly: 30_000,
    reason: 'Three microscopes for the training room.',
    item: 'Microscope',
  },
  {
    name: 'Halcyon Freight Pte',
    type: 'services',
    country: 'SG',
    currency: 'SGD',
    yearly: 160_000,
    reason: 'Freight for the labs in Asia, with customs.',
    item: 'Freight',
  },
  {
    name: 'Linden Occupational Health',
    type: 'services',
    country: 'GB',
    currency: 'GBP',
    yearly: 15_000,
    reason: 'Company doctor for London.',
    item: 'Visits',
  },
  {
    name: 'Marchand Traiteur',
    type: 'facilities',
    country: 'FR',
    currency: 'EUR',
    yearly: 1500,
    reason: 'Lunches for the open day.',
    item: 'Lunches',
  },
  {
    name: 'Rapid Restore Ltd',
    type: 'services',
    country: 'GB',
    currency: 'GBP',
    yearly: 9000,
    reason: 'Recovers failed disks within a day.',
    item: 'Recovery',
  },
  {
    name: 'Tamarind Translations',
    type: 'services',
    country: 'FR',
    currency: 'EUR',
    yearly: 7400,
    reason: 'Manuals in six languages.',
    item: 'Pages',
  },
  {
    name: 'Cobalt Recruiting Inc',
    type: 'services',
    country: 'US',
    currency: 'USD',
    yearly: 54_000,
    reason: 'Six field engineers by summer.',
    item: 'Placements',
  },
  {
    name: 'Vitória Logística',
    type: 'services',
    country: 'BR',
    currency: 'BRL',
    yearly: 88_000,
    reason: 'Local delivery in the south-east.',
    item: 'Deliveries',
  },
  {
    name: 'Polar Firmware Tools',
    type: 'software',
    country: 'FI',
    currency: 'EUR',
    yearly: 12_500,
    reason: 'Compiler for the new controller.',
    item: 'Seats',
  },
  {
    name: 'Everstead Cleaning',
    type: 'facilities',
    country: 'GB',
    currency: 'GBP',
    yearly: 21_000,
    reason: 'Cleaning in London after the old contract ends.',
    item: 'Months',
  },
  {
    name: 'Southern Cross Calibration',
    type: 'services',
    country: 'AU',
    currency: 'AUD',
    yearly: 36_000,
    reason: 'Yearly calibration of reference instruments.',
    item: 'Instruments',
  },
  {
    name: 'Quillmark Legal Search',
    type: 'software',
    country: 'US',
    currency: 'USD',
    yearly: 8900,
    reason: 'Contract search for two counsels.',
    item: 'Seats',
  },
  {
    name: 'Himalaya Field Services',
    type: 'contractor',
    country: 'NP',
    currency: 'EUR',
    yearly: 19_000,
    reason: 'Two technicians for the valley hospitals.',
    item: 'Days on site',
  },
  {
    name: 'Sable Payments Ltd',
    type: 'software',
    country: 'GB',
    currency: 'GBP',
    yearly: 64_000,
    reason: 'Card payments in the shop.',
    item: 'Transactions',
  },
  {
    name: 'Novella Events',
    type: 'facilities',
    country: 'FR',
    currency: 'EUR',
    yearly: 14_000,
    reason: 'Stand for the Lyon fair.',
    item: 'Stand',
  },
  {
    name: 'Graphite Backup AG',
    type: 'software',
    country: 'DE',
    currency: 'EUR',
    yearly: 27_500,
    reason: 'Backups outside the cloud we run in.',
    item: 'Terabytes',
  },
];

const requesters = [
  'chloe',
  'david',
  'aisha',
  'paula',
  'irina',
  'ravi',
  'nils',
  'george',
  'grace',
  'kofi',
  'elena',
  'sophie',
  'mei',
];
const sensitive = new Set([
  'Corvane Cloud GmbH',
  'Sable Payments Ltd',
  'Graphite Backup AG',
  'Meridiem Data Centres',
]);

/** The n-th vendor request, as the dice fall. */
export function vendorRequest(dice: Dice, n: number): Request {
  const offer = dice.one(offers);
  const renewal = dice.chance(20);
  // Everybody asks for a part or a plan of their own, so that two requests for one vendor are no duplicates.
  const name = `${offer.name}${dice.one(['', ' (EMEA)', ' (labs)', ' (shop)', ' (training)', ' (field)'])}${n > 24 ? ` ${n - 23}` : ''}`;
  return {
    requester: dice.one(requesters),
    source: dice.one(['form', 'form', 'form', 'api', 'email']),
    values: {
      vendor_name: name,
      request_kind: renewal ? 'renewal' : 'new',
      vendor_type: offer.type,
      country: offer.country,
      ...(renewal ? { relationship_owner: dice.one(['amina', 'luc', 'oliver']) } : {}),
      contact_name: dice.one(['A. Keller', 'M. Sato', 'J. Brennan', 'L. Ferrari']),
      contact_email: `sales@${offer.name
        .toLowerCase()
        .replace(/[^a-z]+/g, '-')
        .replace(/-$/, '')}.example`,
      spend: { amount: dice.around(offer.yearly, 100), currency: offer.currency },
      term_years: dice.one([1, 1, 1, 2, 3]),
      items: [{ item: offer.item, quantity: dice.whole(1, 12) }],
      ...dataOf(dice, offer),
      reason: offer.reason,
      ...(dice.chance(70) ? { needed_by: `@+${dice.whole(4, 60)}d` } : {}),
      urgency: dice.one(['low', 'normal', 'normal', 'high', 'critical']),
      impact: dice.one(['one', 'team', 'team', 'department', 'company']),
      ...(dice.chance(60) ? { iban: 'FR7630006000011234567890189' } : {}),
    },
    files: { contract: [dice.one(['quote.pdf', 'draft-contract.docx', 'offer-2.pdf'])] },
  };
}

function dataOf(dice: Dice, { type, name, country }: Offer): Record<string, Json> {
  if (type === 'hardware' || type === 'facilities') return {};
  if (name === 'Linden Occupational Health')
    return { systems: ['none'], data_classes: ['special'], hosting_country: country };
  if (sensitive.has(name))
    return {
      systems: ['crm', 'production'],
      production_access: dice.chance(50),
      data_classes: ['internal', 'personal'],
      hosting_country: country,
    };
  return { systems: [dice.one(['none', 'office', 'erp'])], data_classes: ['internal'] };
}
