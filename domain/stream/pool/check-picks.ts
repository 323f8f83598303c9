import type { PendingPick, PoolPart } from '../../routing/directory.ts';
import { returnPick, settlePicks } from '../../routing/pool-ledger.ts';
import type { CaseState, Routed } from '../case/case-state.ts';
import { routedUnder } from '../case/settled-route.ts';

/** What a check found of each pending pick. */
export interface CheckedPicks<P> {
  readonly pool: P;
  readonly returned: readonly { readonly key: string; readonly reason: string }[];
  /** Keys whose case is still undecided: they are looked at again. */
  readonly kept: readonly string[];
}

/** The parts of a decision key. */
export function splitKey(key: string): { caseId: string; epoch: number } {
  const at = key.lastIndexOf(':');
  return { caseId: key.slice(0, at), epoch: Number(key.slice(at + 1)) };
}

/**
 * Protocol 10 for a pool: a pick whose case names this pool, token and person is settled, one whose case was decided otherwise
 * (a case that came to wait for this very pool included), moved on or closed is returned, one whose case is undecided stays. `cases` were read after the pool was loaded.
 */
export function checkPicks<P extends PoolPart>(
  poolId: string,
  pool: P,
  cases: ReadonlyMap<string, Pick<CaseState, 'open' | 'epoch' | 'routed'>>,
): CheckedPicks<P> {
  const stand: string[] = [];
  const returned: { key: string; reason: string }[] = [];
  const kept: string[] = [];
  for (const [key, pick] of Object.entries(pool.picks)) {
    const { caseId, epoch } = splitKey(key);
    const found = cases.get(caseId);
    const routed = found === undefined ? undefined : routedUnder(found, epoch);
    if (routed !== undefined && names(routed, poolId, pick)) stand.push(key);
    else if (found?.open === true && routed === undefined && found.epoch === epoch) kept.push(key);
    else returned.push({ key, reason: reasonOf(found, routed !== undefined) });
  }
  let next = settlePicks(pool, stand);
  for (const { key } of returned) next = returnPick(next, key);
  return { pool: next, returned, kept };
}

/** Whether a decision is the one this pick was made for: the same attempt may have found the person full and gone on. */
function names(routed: Routed, poolId: string, pick: PendingPick): boolean {
  return routed.pool === poolId && routed.token === pick.token && routed.person === pick.p;
}

function reasonOf(found: Pick<CaseState, 'open'> | undefined, decided: boolean): string {
  if (found === undefined) return 'no-such-case';
  if (decided) return 'decided-otherwise';
  return found.open ? 'routed-again' : 'closed';
}
