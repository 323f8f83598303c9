import { requireAbility } from '../../../domain/access/require-ability.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { caseStream } from '../../../domain/stream/case/case-stream.ts';
import { connectionStream } from '../../../domain/stream/connection/connection-stream.ts';
import type { NewEffect } from '../../../domain/stream/effect.ts';
import type { CaseRequest } from '../case/case-request.ts';
import { actorOf } from '../case/case-request.ts';
import { runCommand } from '../command/run-command.ts';
import { getDelivery } from './deliveries-page.ts';
import type { DeliveryDeps } from './delivery-deps.ts';
import { type Delivery, expectAgain } from './delivery-record.ts';

/**
 * Makes another attempt at a delivery under the id it always had, whatever became of it before; that somebody asked for it stays on
 * record with the connection. A sync tells of the case as it is now.
 * @throws DomainError NOT_FOUND, NOT_ALLOWED, COMMAND_REUSED; CONFLICT for one whose decision may still be taken back.
 */
export async function replayDelivery(
  deps: DeliveryDeps,
  request: CaseRequest,
  id: string,
): Promise<Delivery> {
  const delivery = await getDelivery(deps, request.ability, id);
  requireAbility(request.ability, 'replay', { subject: 'Delivery', id });
  const now = deps.clock.now();
  if (delivery.status === 'pending' && delivery.nextAt !== null && delivery.nextAt > now)
    throw new DomainError(
      'CONFLICT',
      'It waits for a decision that may still be taken back. Wait for its time.',
    );
  const { aggregate, effect, payload } = delivery.owes;
  const { actor } = actorOf(request.ability.viewer);
  const again: NewEffect = {
    kind: delivery.kind === 'sync' ? 'sync' : 'deliver',
    key: effect,
    dueAt: now,
    payload,
  };
  const event = { kind: 'replayed', data: { delivery: id, case: delivery.caseId }, raises: false };
  const owedByConnection = aggregate.startsWith('connection:');
  const { repeated } = await runCommand(deps, {
    spec: connectionStream,
    stream: `connection:${delivery.connection}`,
    command: request.command,
    actor,
    decide: async () => {
      // The attempt may be under way as soon as it is owed.
      await expectAgain(deps.store.records, id, now);
      return { events: [event], effects: owedByConnection ? [again] : [] };
    },
  });
  if (!repeated && !owedByConnection)
    await runCommand(deps, {
      spec: caseStream,
      stream: aggregate,
      command: request.command,
      actor,
      decide: () => ({ events: [], effects: [again] }),
    });
  return getDelivery(deps, request.ability, id);
}
