import { randomUUID } from 'node:crypto';
import { objectOf } from '../../../domain/stream/directory-objects.ts';
import { type Environment, readConfig } from '../../../server/config/config.ts';
import { openProduct } from '../../../server/open-product.ts';
import { importDefinition } from '../../../server/use-cases/definition/exchange.ts';
import { publish } from '../../../server/use-cases/definition/publish.ts';
import { saveConnection } from '../../../server/use-cases/directory/connections.ts';
import { createToken } from '../../../server/use-cases/directory/tokens.ts';
import { createObject } from '../../../server/use-cases/directory/write-object.ts';
import { httpCompany } from '../../support/http-product.ts';
import { smallType } from '../../support/small-type.ts';

const system = { kind: 'system', id: 'test' } as const;
const signingSecret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const people = ['ria', 'rob', 'fay', 'lea', 'ada', 'amy'] as const;

/** A person of the company to act as. */
export type Actor = (typeof people)[number];

/**
 * Founds the small company with its one request type on the store the environment names, before any process of the product starts there,
 * and connects `hook`, which is told of every submission. Answers a token for each person.
 */
export async function foundProduct(env: Environment, hook: string): Promise<Record<Actor, string>> {
  const { REDIS_URL: _unused, ...storeOnly } = env;
  const product = await openProduct(readConfig(storeOnly), { works: false });
  try {
    const { deps } = product.services;
    const call = (body: string) => ({ actor: system, command: { id: randomUUID(), body } });
    await httpCompany({
      create: async (kind, id, fields) => {
        await createObject(deps, objectOf(kind), call(id), { id, fields });
      },
    });
    await importDefinition(deps, call(smallType.slug), smallType);
    await publish(deps, call(smallType.slug), smallType.slug, { reason: 'for the test' });
    await saveConnection(deps, product.sealer, call('hook'), {
      id: 'hook',
      how: 'create',
      fields: {
        plugin: 'webhook',
        title: 'Hook',
        config: { url: hook, limits: { perSecond: 1_000, concurrency: 10 } },
        roles: ['auditor'],
        eventKinds: ['submitted'],
      },
      secrets: { signingSecret },
    });
    const tokens: Partial<Record<Actor, string>> = {};
    for (const personId of people) {
      const token = { personId, name: 'test', scopes: ['admin'], expiresAt: null };
      tokens[personId] = (await createToken(deps, call(personId), token)).secret ?? '';
    }
    await product.services.settle();
    return tokens as Record<Actor, string>;
  } finally {
    await product.close(1_000);
  }
}
