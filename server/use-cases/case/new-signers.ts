import { z } from 'zod';
import type { NewEffect } from '../../../domain/stream/effect.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import { idInStream } from '../../../domain/stream/stream-id.ts';
import type { Store } from '../../ports/store.ts';
import type { Claimed } from '../effect/effect-handler.ts';

/** By which rights other people may sign than before, as sources of a gate in a word; of all cases, or those of one requester or account. */
export interface NewSigners {
  readonly sources: readonly string[];
  readonly requester?: string;
  readonly account?: string;
}

const signersSchema = z.object({
  sources: z.array(z.string()),
  requester: z.string().exactOptional(),
  account: z.string().exactOptional(),
});

/**
 * The effect that asks for signatures anew after a directory object changed in a way that makes other people signers;
 * `once` names the change, such as its rev.
 */
export const signersEffect = (
  signers: NewSigners,
  when: { readonly now: number; readonly once: number },
): NewEffect => ({
  kind: 'move',
  key: `move:signers:${signers.sources.join('+')}`,
  dueAt: when.now,
  payload: { why: 'signers', once: when.once, signers: { ...signers } },
});

/** What an effect `move` says of new signers; of somebody who works here again, every right they have. Undefined when nobody new may sign. */
export async function newSigners(
  { aggregates }: Store,
  { doc, effect }: Claimed,
): Promise<NewSigners | undefined> {
  const { why, signers } = effect.payload;
  if (why === 'signers') return signersSchema.parse(signers);
  if (why !== 'standing') return undefined;
  const person = idInStream(doc._id);
  const now = await aggregates.load<PersonState>(doc._id);
  if (now?.state.active !== true) return undefined;
  const teams = await aggregates.range(`team-of:${person}`, null, 500);
  return {
    sources: [
      ...now.state.roles.map((role) => `role:${role}`),
      ...teams.map(({ id }) => `team:${idInStream(id)}`),
      'manager',
      'accountOwner',
    ],
  };
}
