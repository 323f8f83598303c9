import { DomainError } from '../../../domain/error/domain-error.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import {
  countsOn,
  countsOnOlder,
  decideRecalculate,
  decideZonesChanged,
} from '../../../domain/stream/case/commands/recalculate.ts';
import { idInStream } from '../../../domain/stream/stream-id.ts';
import { loadList, pagesOf } from '../directory/list-pages.ts';
import { type Claimed, done, type EffectOutcome } from '../effect/effect-handler.ts';
import { type CaseDecider, type CaseDeps, commandCase, systemCall } from './case-command.ts';

/** Which cases are counted anew, how, and the name and number that make each of them one command. */
interface Recount {
  readonly touches: (state: CaseState) => boolean;
  readonly decide: CaseDecider;
  readonly cause: string;
  readonly number: number;
}

/**
 * The handler of effect `recalculate` on a calendar: every open case with a clock counted on its earlier hours, or on earlier time zone
 * data when the effect names some, is counted anew. A case whose clock would never be due keeps its due time.
 */
export async function recalculateCases(deps: CaseDeps, { doc, effect }: Claimed): Promise<EffectOutcome> {
  const calendar = idInStream(doc._id);
  const { tzdata } = effect.payload;
  const recount =
    typeof tzdata === 'string' ? onZones(calendar, tzdata, doc.rev) : onHours(calendar, doc.rev);
  const { aggregates } = deps.store;
  for (const type of await loadList(aggregates, 'requestType')) {
    for await (const ids of pagesOf(aggregates, `open-type:${idInStream(type._id)}`)) {
      const cases = await aggregates.loadMany<CaseState>(ids);
      for (const { _id, state } of cases) if (recount.touches(state)) await recalculate(deps, _id, recount);
    }
  }
  return done;
}

const onHours = (calendar: string, rev: number): Recount => ({
  touches: (state) => countsOnOlder(state, calendar, rev),
  decide: (state, world) => decideRecalculate(state, calendar, world),
  cause: `recalculate:${calendar}`,
  number: rev,
});

const onZones = (calendar: string, tzdata: string, rev: number): Recount => ({
  touches: (state) => countsOn(state, calendar),
  decide: (state, world) => decideZonesChanged(state, calendar, world),
  cause: `recalculate:${calendar}:${tzdata}`,
  number: rev,
});

async function recalculate(deps: CaseDeps, id: string, { decide, cause, number }: Recount): Promise<void> {
  try {
    await commandCase(deps, id, systemCall('recalculate', cause, number), decide);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}
