import { assert } from '../error/assert.ts';
import type { Delta, PendingPick, PoolMember, PoolPart } from './directory.ts';
import { makeUpGivenBack, makeUpUsed, withoutMakeUps } from './make-up.ts';

/** The sum of all credits; 0 in every pool, always. */
export function ledgerSum(pool: Pick<PoolPart, 'credits'>): number {
  return sumOf(pool.credits);
}

/**
 * The pool with `picks[key]` set: the old pick's delta out, the new one's in.
 * Undefined when a pick with a higher token stands there: whoever asks has been overtaken.
 */
export function withPick<P extends PoolPart>(pool: P, key: string, pick: PendingPick): P | undefined {
  const old = pool.picks[key];
  if (old !== undefined && old.token > pick.token) return undefined;
  assert(sumOf(pick.delta) === 0, 'the delta of a pick sums to 0');
  const cleared = old === undefined ? pool : returnPick(pool, key);
  const charged = charge(cleared, pick.delta);
  const placed = { ...charged, picks: { ...charged.picks, [key]: pick } };
  return makeUpUsed(placed, key, pick);
}

/** The pool without `picks[key]`; its charge stands. The same pool when there is no such pick. */
export function settlePick<P extends PoolPart>(pool: P, key: string): P {
  if (pool.picks[key] === undefined) return pool;
  const { [key]: _settled, ...picks } = pool.picks;
  return { ...pool, picks };
}

/** The pool without the picks of these keys; their charges stand. The same pool when there is no such pick. */
export function settlePicks<P extends PoolPart>(pool: P, keys: readonly string[]): P {
  const gone = new Set(keys.filter((key) => pool.picks[key] !== undefined));
  if (gone.size === 0) return pool;
  return { ...pool, picks: Object.fromEntries(Object.entries(pool.picks).filter(([key]) => !gone.has(key))) };
}

/** The pool as if `picks[key]` had not been made: its delta is subtracted. The same pool when there is no such pick. */
export function returnPick<P extends PoolPart>(pool: P, key: string): P {
  const pick = pool.picks[key];
  if (pick === undefined) return pool;
  const back: Record<string, number> = {};
  for (const [person, units] of Object.entries(pick.delta)) back[person] = -units;
  return makeUpGivenBack(settlePick(charge(pool, back), key), key, pick);
}

/** The pool with a delta added to its credits; how an assignment by hand is charged when its author says so. */
export function charge<P extends PoolPart>(pool: P, delta: Delta): P {
  const credits: Record<string, number> = { ...pool.credits };
  for (const [person, units] of Object.entries(delta)) {
    const sum = (credits[person] ?? 0) + units;
    assert(Number.isSafeInteger(sum), 'credits stay exact integers');
    credits[person] = sum;
  }
  return { ...pool, credits };
}

/** The pool with a member who starts at credit 0; for one who is there already only the weight changes. */
export function withMember<P extends PoolPart>(pool: P, member: PoolMember): P {
  if (pool.members.some((m) => m.person === member.person)) {
    const members = pool.members.map((m) => (m.person === member.person ? member : m));
    return { ...pool, members };
  }
  const credits = { ...pool.credits, [member.person]: 0 };
  return { ...pool, members: [...pool.members, member], credits };
}

/**
 * The pool without a member, whose part of the credits and of every pending delta is spread evenly over the rest,
 * so that both keep summing to 0 and returning a pick stays plain subtraction.
 */
export function withoutMember<P extends PoolPart>(pool: P, person: string): P {
  if (!pool.members.some((m) => m.person === person)) return pool;
  const members = pool.members.filter((m) => m.person !== person);
  const rest = members.map((m) => m.person).sort();
  const picks: Record<string, PendingPick> = {};
  for (const [key, pick] of Object.entries(pool.picks)) {
    picks[key] = { ...pick, delta: spread(pick.delta, person, rest) };
  }
  return withoutMakeUps({ ...pool, members, picks, credits: spread(pool.credits, person, rest) }, person);
}

/** `rest` is sorted, so that who gets the odd units does not depend on the order of members. */
function spread(units: Delta, person: string, rest: readonly string[]): Record<string, number> {
  const { [person]: part = 0, ...kept }: Record<string, number> = units;
  if (part === 0 || rest.length === 0) return kept;
  const each = Math.floor(part / rest.length);
  const odd = part - each * rest.length;
  rest.forEach((other, i) => {
    kept[other] = (kept[other] ?? 0) + each + (i < odd ? 1 : 0);
  });
  return kept;
}

function sumOf(units: Delta): number {
  let sum = 0;
  for (const part of Object.values(units)) sum += part;
  return sum;
}
