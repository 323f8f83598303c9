import type { Decision } from '../../../domain/stream/decision.ts';
import { decideAccept } from '../../../domain/stream/load/accept.ts';
import { type LoadState, loadStream } from '../../../domain/stream/load/load-stream.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { CommandDeps } from '../command/deps.ts';
import { changeDirectory, type DirectoryCall } from './directory-call.ts';

/** Closes a person's load to automatic picks, whatever the person's standing. */
export function closeLoad(deps: CommandDeps, call: DirectoryCall, person: string): Promise<void> {
  return changeLoad(deps, call, person, (state) => decideAccept(state, false));
}

/** Makes a load accept picks exactly when its person is active; the load is read first, then the person. */
export function agreeLoad(deps: CommandDeps, call: DirectoryCall, person: string): Promise<void> {
  return changeLoad(deps, call, person, async (state) => {
    const doc = await deps.store.aggregates.load<PersonState>(streamId('person', person));
    return decideAccept(state, doc?.state.active === true);
  });
}

/** The change is the same however often it is made, so that each attempt is a command of its own. */
async function changeLoad(
  deps: CommandDeps,
  call: DirectoryCall,
  person: string,
  decide: (state: LoadState) => Decision | Promise<Decision>,
): Promise<void> {
  const own: DirectoryCall = {
    actor: call.actor,
    command: { id: `load:${deps.ids.next()}`, body: '' },
    ...(call.cause === undefined ? {} : { cause: call.cause }),
  };
  await changeDirectory(deps, own, {
    spec: loadStream,
    stream: streamId('load', person),
    on: 'either',
    decide,
  });
}
