import { abilityOf } from '../../../domain/access/ability-of.ts';
import type { Viewer } from '../../../domain/access/viewer.ts';
import type { Store } from '../../ports/store.ts';
import { countQuarantined } from '../effect/quarantined.ts';
import { countsOf } from './counts-of.ts';
import { waitingCount } from './waiting-count.ts';

/** How the installation is doing for one viewer, in figures and words. */
export interface StartFigures {
  /** How far the log goes and what keeps it; null for whom it is not. */
  readonly log: { readonly positions: number; readonly engine: string } | null;
  /** Effects that wait for a person; null for whom they are not. */
  readonly quarantined: number | null;
  readonly waitingForMe: number;
  readonly forApproval: number;
  readonly unassigned: number;
  /** Cases the viewer may see that wait until somebody in their pool can take them, counted up to 100. */
  readonly waiting: number;
}

/** The figures of the start page: each counts only what this viewer may read. */
export async function startFigures(store: Store, viewer: Viewer): Promise<StartFigures> {
  const ability = abilityOf(viewer);
  const readsLog = ability.can('read', { subject: 'Log', id: 'log' });
  const readsEffects = ability.can('read', { subject: 'Effect', id: 'quarantined' });
  const [counts, waiting, quarantined, positions] = await Promise.all([
    countsOf({ store }, viewer),
    waitingCount({ store }, viewer),
    readsEffects ? countQuarantined(store) : null,
    readsLog ? store.log.end() : null,
  ]);
  return {
    log:
      positions === null ? null : { positions, engine: store.engine === 'embedded' ? 'embedded' : 'MongoDB' },
    quarantined,
    waitingForMe: counts.mine.count,
    forApproval: counts.approvals.count,
    unassigned: counts.unassigned.count,
    waiting,
  };
}
