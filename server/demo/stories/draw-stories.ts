import type { Json } from '../../../domain/hash/canonical-json.ts';
import type { DemoType } from '../demo-types.ts';
import type { Dice } from '../dice.ts';
import { accessFates, accessRequest, accessSpecials } from './access-stories.ts';
import { knownIssues, ledgerWishes } from './desk-specials.ts';
import { type FateMix, fatesBy } from './fates.ts';
import { issueFates, issueRequest, issueSpecials } from './issue-stories.ts';
import { refundFates, refundRequest, refundSpecials } from './refund-stories.ts';
import { salesSpecials } from './sales-specials.ts';
import { salesFates, salesRequest } from './sales-stories.ts';
import type { Fate, Request, Special, Story } from './story.ts';
import { vendorSpecials } from './vendor-specials.ts';
import { vendorFates, vendorRequest } from './vendor-stories.ts';

type Slug = DemoType;

interface Kind {
  readonly fates: FateMix;
  readonly specials: readonly Special[];
  readonly request: (dice: Dice, n: number) => Request;
  /** What a request has to say so that it comes to where its fate leaves it. */
  readonly fitting: Readonly<Record<string, (dice: Dice) => Readonly<Record<string, Json>>>>;
}

const euros = (amount: number): Json => ({ amount, currency: 'EUR' });
const outage = { severity: 'sev2', started_at: '@-2h', revenue_at_risk: true };

const kinds: Readonly<Record<Slug, Kind>> = {
  'vendor-onboarding': {
    fates: vendorFates,
    specials: vendorSpecials,
    request: vendorRequest,
    fitting: { gate: (dice) => ({ spend: euros(dice.whole(27, 96) * 1000) }) },
  },
  refund: {
    fates: refundFates,
    specials: refundSpecials,
    request: refundRequest,
    fitting: {
      gate: (dice) => ({ amount: euros(dice.one([620, 980, 1240, 1800, 3150, 5600, 6900, 8450])) }),
      checking: (dice) => ({ amount: euros(dice.whole(8, 98) * 5) }),
    },
  },
  'access-request': {
    fates: accessFates,
    specials: [...accessSpecials, ...ledgerWishes],
    request: accessRequest,
    fitting: {
      active: () => ({ kept: 'temporary', duration_days: 90 }),
      revoking: () => ({ kept: 'temporary', duration_days: 2 }),
    },
  },
  'customer-issue': {
    fates: issueFates,
    specials: [...issueSpecials, ...knownIssues],
    request: issueRequest,
    fitting: { gate: () => ({ ...outage, impact: 'several_customers' }) },
  },
  'sales-enquiry': {
    fates: salesFates,
    specials: salesSpecials,
    request: salesRequest,
    fitting: { gate: () => ({ non_standard_terms: true, terms_wanted: 'Payment after 90 days.' }) },
  },
};

/** All stories of the demo, as the dice fall: the situations that come every time, and the many others. */
export function drawStories(dice: Dice): Story[] {
  return (Object.keys(kinds) as Slug[]).flatMap((slug) => {
    const { fates, specials, request, fitting } = kinds[slug];
    const told = specials.map(
      ({ age, leftIn = null, ...special }): Story => ({ slug, fate: ordinary(age, leftIn), ...special }),
    );
    const drawn = fatesBy(dice, fates).map((fate, n): Story => {
      const drawnRequest = request(dice, n);
      const fits = fitting[fate.leftIn ?? '']?.(dice) ?? {};
      return { slug, fate, ...drawnRequest, values: { ...drawnRequest.values, ...fits } };
    });
    return [...told, ...drawn];
  });
}

const ordinary = (age: number, leftIn: string | null): Fate => ({
  ...{ leftIn, ends: 'well', age, pace: 1 },
  twists: new Set(),
});
