import { assert } from '../../error/assert.ts';
import type { LoadPart } from '../../routing/directory.ts';
import { acceptAgain, refuseAll } from '../../routing/load-slots.ts';
import type { StreamSpec } from '../stream-spec.ts';

/** What a person holds. Slots are kept by the protocol without events: they follow from the cases. */
export type LoadState = LoadPart;

/** The stream of one person's load: whether it accepts automatic picks, and the slots. */
export const loadStream: StreamSpec<LoadState> = {
  kind: 'load',
  initial: { accepts: true, slots: [] },
  evolve(state, event) {
    assert(
      event.kind === 'stopped-accepting' || event.kind === 'accepted-again',
      `a load knows the event ${event.kind}`,
    );
    return event.kind === 'stopped-accepting' ? refuseAll(state) : acceptAgain(state);
  },
  indexOf: (_state, id) => ({ lists: ['load'], sort: id }),
};
