import { calm, type HandKind, type Mutant, type Scenario } from './scenario.ts';

const one = {
  cases: 1,
  pools: { P: ['a', 'b'] },
  capacity: { a: 1, b: 1 },
  workers: 2,
  hands: [] as HandKind[],
  budget: calm,
} satisfies Scenario;

const alone = { ...one, pools: { P: ['a'] }, capacity: { a: 1 } };

/** Every way to break the protocol, with the smallest world known to show it. */
export const brokenProtocols: Readonly<Record<Mutant, Scenario>> = {
  'token reset on redrive': { ...one, budget: { ...calm, zombie: 1, fault: 1, quarantine: 1 } },
  'check compares the hash instead of pool and token': {
    ...one,
    weights: { a: 4, b: 1 },
    budget: { ...calm, zombie: 1 },
  },
  'check settles the pick of a case that came to wait': {
    ...one,
    workers: 1,
    hands: ['deactivate'],
    budget: { ...calm, hand: 2 },
  },
  'check returns undecided picks': one,
  'check keeps what was decided otherwise': { ...one, hands: ['close'], budget: { ...calm, hand: 1 } },
  'capacity counts the own slot': { ...alone, budget: { ...calm, crash: 1 } },
  'equal replace of a picked slot optimised away': {
    ...one,
    hands: ['assign', 'decline'],
    budget: { ...calm, hand: 2 },
  },
  'equal replace of a seat optimised away': {
    ...one,
    hands: ['assign'],
    budget: { ...calm, hand: 2 },
  },
  'seat reads the case before the load': {
    ...one,
    hands: ['assign'],
    budget: { ...calm, hand: 2 },
  },
  'seat takes the slot of an undecided case': one,
  'assignment by hand leaves the epoch undecided': {
    ...one,
    hands: ['assign'],
    budget: { ...calm, hand: 1 },
  },
  'commit without token': { ...one, budget: { ...calm, zombie: 1 } },
  'commit without rev': { ...one, hands: ['edit'], budget: { ...calm, hand: 1 } },
  'completion without token': { ...one, hands: ['assign'], budget: { ...calm, hand: 2, zombie: 1 } },
  'pick overrides a higher token': { ...one, budget: { ...calm, zombie: 1 } },
  'pick keeps the old delta': { ...one, budget: { ...calm, crash: 1 } },
  'pick without a check': one,
  'pool written without _v': { ...one, cases: 2 },
  'leaving spreads credits only': { ...one, hands: ['leave', 'close'], budget: { ...calm, hand: 2 } },
  'former owner keeps the seat': { ...one, hands: ['reroute'], budget: { ...calm, hand: 1 } },
  'load closed after the cases moved': { ...one, hands: ['deactivate'], budget: { ...calm, hand: 1 } },
  'moves owned cases only': { ...one, hands: ['deactivate'], budget: { ...calm, hand: 1 } },
  'revived case not seated': { ...one, hands: ['close', 'revive'], budget: { ...calm, hand: 2 } },
};
