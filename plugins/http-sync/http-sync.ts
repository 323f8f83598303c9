import { createHash } from 'node:crypto';
import type { PluginContext } from '../kit/context.ts';
import { definePlugin } from '../kit/define-plugin.ts';
import type { DeliveryInput, DeliveryResult } from '../kit/delivery.ts';
import { jsonOf } from '../kit/json-of.ts';
import { outcomeOfResponse } from '../kit/outcome-of-response.ts';
import { buildBody, withValueAt } from './build-body.ts';
import { findRecord } from './find-record.ts';
import { type HttpSyncConfig, httpSyncConfig } from './http-sync-config.ts';
import { type Mapping, mappingSchema } from './mapping.ts';
import { locatedId, recordId, recordLink, recordPath } from './record-address.ts';
import { type RemoteSystem, remoteSystem } from './remote-system.ts';

type Input = DeliveryInput<HttpSyncConfig, Mapping>;

/** Keeps one record in another system in step with a case: created once, updated ever after, linked back on the case. */
export const httpSync = definePlugin({
  id: 'http-sync',
  title: 'Record in another system',
  configSchema: httpSyncConfig,
  secretNames: ['credential'],
  mappingSchema,
  requiredSecrets: (config) => (config.auth.kind === 'none' ? [] : ['credential']),
  limits: (config) => config.limits,
  deliver: syncRecord,
  check: async (connection, context) => {
    const { response, ended } = await remoteSystem(connection, context).get(connection.config.resource);
    if (!response) return { ok: false, said: ended.said ?? '' };
    const ok = response.status >= 200 && response.status < 300;
    return { ok, said: ok ? `Answered ${response.status}.` : `${response.status}: ${response.text}` };
  },
});

async function syncRecord(input: Input, context: PluginContext): Promise<DeliveryResult> {
  const { config } = input.connection;
  const system = remoteSystem(input.connection, context);
  if (input.externalId !== undefined) return update(input, context, system, input.externalId);
  // Looked for even at the first attempt: an earlier delivery of the case may have lost its reply, and a redrive counts anew.
  const finding = await findRecord(system, config, input.event.caseId, context.now);
  if ('ended' in finding) return finding.ended;
  if (finding.id !== null) return update(input, context, system, finding.id);
  return create(input, context, system);
}

async function create(input: Input, context: PluginContext, system: RemoteSystem): Promise<DeliveryResult> {
  const { config } = input.connection;
  const { response, ended } = await system.send('POST', config.resource, {
    key: createKey(input),
    body: bodyOf(input, false),
  });
  if (!response) return ended;
  const outcome = outcomeOfResponse(response, context.now());
  if (outcome.outcome !== 'delivered') return outcome;
  const record = jsonOf(response.text);
  const id = recordId(record, config) ?? locatedId(response);
  if (id === undefined) {
    return {
      ...outcome,
      outcome: 'refused',
      said: `The answer names no ${config.idField}. ${response.text}`,
    };
  }
  return { ...outcome, externalId: id, ...linkOf(recordLink(record, id, config)) };
}

async function update(
  input: Input,
  context: PluginContext,
  system: RemoteSystem,
  id: string,
): Promise<DeliveryResult> {
  const { config } = input.connection;
  const path = recordPath(config, id);
  if (path === undefined)
    return { outcome: 'refused', said: 'The record has an id that no address can carry.' };
  const { response, ended } = await system.send(config.updateMethod, path, {
    key: input.deliveryId,
    body: bodyOf(input, config.updateMethod === 'PATCH'),
  });
  // The id goes back even when the update fails: a record found by look-up is then never looked for again.
  if (!response) return { ...ended, externalId: id };
  const outcome = outcomeOfResponse(response, context.now());
  const link = recordLink(jsonOf(response.text), id, config);
  return { ...outcome, externalId: id, ...linkOf(link) };
}

function bodyOf(input: Input, clears: boolean) {
  const { event, connection, mapping } = input;
  const body = mapping === undefined ? {} : buildBody(mapping, event, clears);
  const { lookup } = connection.config;
  return lookup ? withValueAt(body, lookup.field ?? lookup.parameter, event.caseId) : body;
}

/** One key per connection and case, not per delivery: a case has one record, whichever of its events creates it. */
function createKey({ connection, event }: Input): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([connection.id, event.caseId]))
    .digest('hex');
  return `signalbox-${digest.slice(0, 40)}`;
}

function linkOf(link: string | undefined): { readonly link?: string } {
  return link === undefined ? {} : { link };
}
