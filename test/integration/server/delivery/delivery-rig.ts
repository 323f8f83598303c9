import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { abilityOf } from '../../../../domain/access/ability-of.ts';
import type { Viewer } from '../../../../domain/access/viewer.ts';
import { caseBasis } from '../../../../domain/stream/case/case-basis.ts';
import type { CaseState } from '../../../../domain/stream/case/case-state.ts';
import { decideVote } from '../../../../domain/stream/case/commands/decide-on.ts';
import { decideRetract } from '../../../../domain/stream/case/commands/retract.ts';
import type { ConnectionState } from '../../../../domain/stream/connection/connection-stream.ts';
import { parseAllowEntry } from '../../../../server/config/allow-entry.ts';
import { createGuardedFetch } from '../../../../server/connectors/guarded-fetch.ts';
import { createSecretBox } from '../../../../server/connectors/secret-box.ts';
import { mailNotConfigured } from '../../../../server/connectors/smtp-transport.ts';
import { createPluginHost } from '../../../../server/plugin-host/create-plugin-host.ts';
import type { CaseDecider } from '../../../../server/use-cases/case/case-command.ts';
import { submitCase } from '../../../../server/use-cases/case/submit-case.ts';
import { deliverHandler } from '../../../../server/use-cases/delivery/deliver-event.ts';
import type { DeliveryDeps } from '../../../../server/use-cases/delivery/delivery-deps.ts';
import { createLogReader } from '../../../../server/use-cases/delivery/follow-log.ts';
import { syncHandler } from '../../../../server/use-cases/delivery/sync-case.ts';
import { saveConnection } from '../../../../server/use-cases/directory/connections.ts';
import { createCursors } from '../../../../server/use-cases/lists/cursor.ts';
import { commandAs } from '../../../support/command-as.ts';
import { startProduct } from '../../../support/product.ts';
import { actorOf, smallCompany } from '../../../support/small-company.ts';
import { smallType } from '../../../support/small-type.ts';

export const signingSecret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
/** What must never be seen outside. */
export const canary = 'CANARY-5c1f';

/** The small type with a field that only those see who work on a case. */
export const guardedType = {
  ...smallType,
  form: {
    ...smallType.form,
    sections: [{ id: 'main', title: 'What', fields: ['item', 'amount', 'urgency', 'note', 'iban'] }],
    fields: [
      ...smallType.form.fields,
      { id: 'iban', kind: 'short_text', label: 'Bank account', sensitive: true },
    ],
  },
};

const admin: Viewer = {
  personId: 'admin',
  kind: 'person',
  systemRoles: ['admin'],
  roles: [],
  teams: [],
  pools: [],
  scopes: null,
};

/** A product that delivers over real HTTP to loopback, on a clock the test moves. */
export async function deliveryRig() {
  const loopback = parseAllowEntry('127.0.0.0/8');
  if (!loopback) throw new Error('the allow list entry of this test is malformed');
  const sealer = createSecretBox('a secret of at least thirty-two characters');
  const time = { now: () => 0 };
  const host = createPluginHost({
    fetch: createGuardedFetch({ allow: [loopback], maxTimeoutMs: 2_000 }),
    sendMail: mailNotConfigured,
    mailFrom: 'signalbox@example.org',
    now: () => time.now(),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  const product = await startProduct({
    handlers: (deps) => [
      ['deliver', deliverHandler({ ...deps, host, sealer })],
      ['sync', syncHandler({ ...deps, host, sealer })],
    ],
  });
  time.now = () => product.clock.now();
  const deps: DeliveryDeps = { ...product.services.deps, host, sealer };
  const reader = createLogReader(deps);
  await smallCompany(product);

  /** Lets everything happen that is due at this moment: effects, the log, deliveries of what it holds. */
  const settle = async () => {
    for (let round = 0; round < 20; round += 1) {
      await product.drain();
      if (
        !(await reader.follow()) &&
        (await product.store.aggregates.due(product.clock.now(), 1)).length === 0
      )
        return;
    }
  };
  const state = async (id: string): Promise<CaseState> => {
    const doc = await product.store.aggregates.load<CaseState>(id);
    if (doc === undefined) throw new Error('the case is gone');
    return doc.state;
  };
  const command = async (id: string, who: string, kind: string, decide: CaseDecider) =>
    commandAs(product, who, { id, kind }, decide);
  return {
    product,
    deps,
    reader,
    settle,
    state,
    command,
    lists: { store: product.store, cursors: createCursors(Buffer.alloc(32, 1)) },
    admin,
    request: (id = randomUUID() as string) => ({
      ability: abilityOf(admin),
      command: { id, body: 'replay' },
    }),
    connect: (
      id: string,
      fields: object,
      how: 'create' | 'patch' = 'create',
      secrets: object = { signingSecret },
    ) =>
      saveConnection(
        product.services.deps,
        sealer,
        { actor: { kind: 'person', id: 'admin' }, command: { id: randomUUID(), body: id } },
        { id, how, fields, secrets, reason: 'so it was decided' },
      ),
    connection: async (id: string) => {
      const doc = await product.store.aggregates.load<ConnectionState>(`connection:${id}`);
      if (doc === undefined) throw new Error('the connection is gone');
      return doc;
    },
    submit: async (amount: number, values: object = {}) =>
      submitCase(
        product.services.deps,
        { actor: await actorOf(product, 'ria'), commandId: randomUUID(), authorise: () => undefined },
        {
          slug: 'purchase',
          values: { item: 'Desk', amount: { amount, currency: 'EUR' }, ...values },
          source: 'api',
        },
      ),
    approve: async (id: string) => {
      const before = await state(id);
      const basis = caseBasis(before, await product.services.deps.definitions.byHash(before.definition));
      return command(id, 'fay', 'decide', (s, w) =>
        decideVote(s, { decision: 'approve', comment: '', basis }, w),
      );
    },
    retract: (id: string) =>
      command(id, 'fay', 'retract', (s, w, doc) =>
        decideRetract(
          s,
          w,
          doc.effects.map((effect) => effect.id),
        ),
      ),
    /** Waits for something real, such as a server that ends. */
    sleep,
    close: () => product.close(),
  };
}

export type DeliveryRig = Awaited<ReturnType<typeof deliveryRig>>;
