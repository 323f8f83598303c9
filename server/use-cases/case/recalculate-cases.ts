import { DomainError } from '../../../domain/error/domain-error.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { countsOnOlder, decideRecalculate } from '../../../domain/stream/case/commands/recalculate.ts';
import { idInStream } from '../../../domain/stream/stream-id.ts';
import { loadList, pagesOf } from '../directory/list-pages.ts';
import { type Claimed, done, type EffectOutcome } from '../effect/effect-handler.ts';
import { type CaseDeps, commandCase, systemCall } from './case-command.ts';

/**
 * The handler of effect `recalculate` on a calendar: every open case with a clock counted on its earlier hours is counted anew.
 * A case whose clock would never be due on the new hours keeps its due time.
 */
export async function recalculateCases(deps: CaseDeps, { doc }: Claimed): Promise<EffectOutcome> {
  const calendar = idInStream(doc._id);
  const { aggregates } = deps.store;
  for (const type of await loadList(aggregates, 'requestType')) {
    for await (const ids of pagesOf(aggregates, `open-type:${idInStream(type._id)}`)) {
      const touched = (await aggregates.loadMany<CaseState>(ids)).filter(({ state }) =>
        countsOnOlder(state, calendar, doc.rev),
      );
      for (const { _id } of touched) await recalculate(deps, _id, calendar, doc.rev);
    }
  }
  return done;
}

async function recalculate(deps: CaseDeps, id: string, calendar: string, rev: number): Promise<void> {
  const call = systemCall('recalculate', `recalculate:${calendar}`, rev);
  try {
    await commandCase(deps, id, call, (state, world) => decideRecalculate(state, calendar, world));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}
