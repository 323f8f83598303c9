import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { definitionHash } from '../../../../domain/definition/compile-definition.ts';
import { definitionSchema } from '../../../../domain/definition/definition-schema.ts';
import { canonicalJson } from '../../../../domain/hash/canonical-json.ts';
import { requestTypeStream } from '../../../../domain/stream/request-type/request-type-stream.ts';
import { readConfig } from '../../../../server/config/config.ts';
import { openProduct } from '../../../../server/open-product.ts';
import { submitCase } from '../../../../server/use-cases/case/submit-case.ts';
import { runCommand } from '../../../../server/use-cases/command/run-command.ts';
import { saveConnection } from '../../../../server/use-cases/directory/connections.ts';
import { startHttpPeer } from '../../../support/http-peer.ts';
import { smallType } from '../../../support/small-type.ts';
import { signingSecret } from './delivery-rig.ts';

it('tells other systems of what happens in a product as it is opened, within seconds', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'signalbox-'));
  const peer = await startHttpPeer();
  const config = readConfig({
    SIGNALBOX_DATA: directory,
    SIGNALBOX_ALLOW_HOSTS: '127.0.0.0/8',
    LOG_LEVEL: 'silent',
  });
  const product = await openProduct(config);
  try {
    const { deps } = product.services;
    const system = { kind: 'system' as const, id: 'test' };
    const definition = definitionSchema.parse(smallType);
    const hash = definitionHash(definition);
    await product.store.blobs.put(hash, Buffer.from(canonicalJson(definition)));
    const face = { title: 'x', summary: '', category: definition.category, keywords: [] };
    await runCommand(deps, {
      spec: requestTypeStream,
      stream: `requestType:${definition.slug}`,
      on: 'either',
      command: { id: randomUUID(), body: hash },
      actor: system,
      decide: () => ({ events: [{ kind: 'published', data: { n: 1, hash, type: definition.slug, face } }] }),
    });
    await saveConnection(
      deps,
      product.sealer,
      { actor: system, command: { id: randomUUID(), body: 'hook' } },
      {
        id: 'hook',
        how: 'create',
        fields: {
          plugin: 'webhook',
          title: 'Hook',
          config: { url: peer.url },
          roles: ['auditor'],
          eventKinds: ['submitted'],
        },
        secrets: { signingSecret },
      },
    );
    const { id } = await submitCase(
      deps,
      {
        actor: { actor: { kind: 'service', id: 'ria' }, roles: [], teams: [], pools: [] },
        commandId: randomUUID(),
        authorise: () => undefined,
      },
      { slug: 'purchase', values: { item: 'Desk', amount: { amount: 5, currency: 'EUR' } }, source: 'api' },
    );
    await vi.waitFor(() => expect(peer.requests).toHaveLength(1), { timeout: 15_000, interval: 50 });
    expect(JSON.parse(peer.requests[0]?.body ?? '')).toMatchObject({
      type: 'submitted',
      data: { case: { id } },
    });
  } finally {
    await product.close(1_000);
    await peer.stop();
    await rm(directory, { recursive: true, force: true });
  }
}, 40_000);
