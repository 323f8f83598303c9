import type { Json } from '../../../domain/hash/canonical-json.ts';
import { demoAccounts } from '../company/market.ts';
import type { Dice } from '../dice.ts';
import type { FateMix } from './fates.ts';
import type { Request } from './story.ts';

/** What becomes of sales enquiries. */
export const salesFates: FateMix = {
  open: [
    ['new', 3, 0.1, 2],
    ['working', 4, 2, 14],
    ['nurture', 2, 5, 20],
    ['gate', 2, 3, 9],
    ['handed_over', 2, 5, 18],
  ],
  finished: 10,
  rejected: 6,
  withdrawn: 1,
};

type Prospect = readonly [company: string, domain: string, country: string | null, segment: string | null];

const prospects: readonly Prospect[] = [
  ['Rheinwerk Turbinen AG', 'rheinwerk-turbinen.example', 'DE', 'enterprise'],
  ['Alpenglas GmbH', 'alpenglas.example', 'AT', 'midmarket'],
  ['Tessin Feinmechanik', 'tessin-fm.example', 'CH', 'midmarket'],
  ['Ateliers de Loire', 'ateliers-loire.example', 'FR', 'midmarket'],
  ['Kattegat Aqua', 'kattegataqua.example', 'DK', 'midmarket'],
  ['Borealis Pulp', 'borealispulp.example', 'FI', 'enterprise'],
  ['Tajo Alimentos', 'tajo-alimentos.example', 'ES', 'midmarket'],
  ['Prairie Seeds', 'prairieseeds.example', 'US', 'midmarket'],
  ['Redwood Coatings', 'redwoodcoatings.example', 'US', 'enterprise'],
  ['Maple Ridge Clinics', 'mapleridge.example', 'CA', 'midmarket'],
  ['Mineração Alto Rio', 'altorio.example', 'BR', 'enterprise'],
  ['Pampa Lácteos', 'pampalacteos.example', 'AR', 'midmarket'],
  ['Straits Genomics', 'straitsgenomics.example', 'SG', 'midmarket'],
  ['Lantau Display', 'lantaudisplay.example', 'VN', 'enterprise'],
  ['Himal Cement', 'himalcement.example', 'NP', 'midmarket'],
  ['Great Barrier Foods', 'gbfoods.example', 'AU', 'midmarket'],
  ['Bryson & Daughters', 'brysondaughters.example', 'GB', 'small'],
  ['Shannon Biotech', 'shannonbio.example', 'IE', 'midmarket'],
];
const customers = demoAccounts.filter(
  ({ lifecycle, lists }) => lifecycle === 'customer' && lists.length === 0,
);

const requesters = ['paula', 'jade', 'theo', 'zoe', 'paula', 'manon'];
const wants: readonly (readonly [interest: string, words: string])[] = [
  ['platform', 'We want to see the platform for two of our sites.'],
  ['instruments', 'Which microscope would you take for thin films?'],
  ['services', 'Do you train operators on site?'],
  ['support', 'We look for a support plan with a fixed reply time.'],
];

/** The n-th enquiry, as the dice fall. */
export function salesRequest(dice: Dice, n: number): Request {
  const known = dice.chance(30) ? dice.one(customers) : undefined;
  const [company, domain, country, segment] = prospectOf(dice, n);
  const [interest, words] = dice.one(wants);
  const scored = dice.chance(88);
  return {
    requester: requesters[n % requesters.length] ?? 'paula',
    source: dice.one(['form', 'api', 'email', 'import']),
    ...(scored ? { scores: { fit: dice.whole(28, 96), intent: dice.whole(10, 95) } } : {}),
    values: {
      company: known === undefined ? company : `${known.name} (${n})`,
      work_email: `${dice.one(['info', 'lab', 'purchasing'])}@${known?.domains[0] ?? domain}`,
      ...(country === null ? {} : { country }),
      ...(segment === null ? {} : { segment }),
      channel: dice.one(['website', 'website', 'event', 'outbound']),
      interest: [interest],
      message: words,
      expected_value: { amount: dice.around(42_000, 500), currency: dice.one(['EUR', 'USD', 'GBP']) },
      seats: dice.whole(5, 80),
      ...termsOf(dice),
      timeline: dice.one(['now', 'quarter', 'quarter', 'year', 'unknown']),
      reach: dice.one(['one_team', 'one_site', 'whole_company']),
      ...(dice.chance(40) ? { decide_by: `@+${dice.whole(5, 90)}d` } : {}),
    },
  };
}

/** A prospect of one's own for each enquiry: a second one for the same company would be a duplicate. */
function prospectOf(dice: Dice, n: number): Prospect {
  const [company, domain, country, segment] = prospects[n % prospects.length] ??
    prospects[0] ?? ['', '', null, null];
  const branch = n < prospects.length ? '' : ` ${dice.one(['North', 'South', 'West', 'East'])} ${n}`;
  return [`${company}${branch}`, domain, country, segment];
}

function termsOf(dice: Dice): Record<string, Json> {
  return dice.chance(25) ? { non_standard_terms: true, terms_wanted: 'Payment after 90 days.' } : {};
}
