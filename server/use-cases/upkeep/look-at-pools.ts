import { idInStream } from '../../../domain/stream/stream-id.ts';
import type { CaseDeps } from '../case/case-command.ts';
import { pagesOf } from '../directory/list-pages.ts';
import { lookForWaiting } from '../route/look-for-waiting.ts';

/** Protocol 12, the part that does not wait for a freed slot: looks at every pool in use for cases that wait. */
export async function lookAtPools(deps: CaseDeps): Promise<void> {
  for await (const ids of pagesOf(deps.store.aggregates, 'pool|active')) {
    for (const id of ids) await lookForWaiting(deps, idInStream(id));
  }
}
