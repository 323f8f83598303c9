import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DirectoryKindName } from '../../domain/stream/directory/directory-object.ts';
import { objectOf } from '../../domain/stream/directory-objects.ts';
import type { Config } from '../../server/config/config.ts';
import { createApp } from '../../server/http/create-app.ts';
import type { HttpLimits } from '../../server/http/http-parts.ts';
import { type OpenOptions, openProduct, type Product } from '../../server/open-product.ts';
import type { Clock } from '../../server/ports/clock.ts';
import { importDefinition } from '../../server/use-cases/definition/exchange.ts';
import { publish } from '../../server/use-cases/definition/publish.ts';
import { createToken } from '../../server/use-cases/directory/tokens.ts';
import { createObject, patchObject } from '../../server/use-cases/directory/write-object.ts';
import { httpPartsOf } from '../../server/web-app.ts';
import { type ApiClient, apiClient } from './api-client.ts';

/** What it seals with. */
export const httpSecret = 'a secret of at least thirty-two characters';

const system = { kind: 'system', id: 'test' } as const;
const week = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: '00:00', to: '24:00' }]]));

/** A whole product on the embedded store, answering real HTTP. */
export interface HttpProduct {
  readonly product: Product;
  readonly origin: string;
  readonly server: Server;
  /** A client with a token of this person. */
  as(person: string, scopes?: readonly string[]): Promise<ApiClient>;
  /** A client with no token. */
  anonymous: ApiClient;
  create(kind: DirectoryKindName, id: string, fields: object): Promise<void>;
  change(kind: DirectoryKindName, id: string, fields: object): Promise<void>;
  publish(definition: { readonly slug: string; readonly [key: string]: unknown }): Promise<void>;
  /** Resolves when nothing is due now and everything committed stands in the log. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** How a product is started otherwise than plainly. */
export interface HttpProductOptions {
  readonly limits?: Partial<HttpLimits>;
  readonly clock?: Clock;
  readonly config?: Partial<Config>;
  /** Where its log goes. */
  readonly destination?: NonNullable<OpenOptions['destination']>;
}

/** Starts it empty, on a free port. */
export async function startHttpProduct(options: HttpProductOptions = {}): Promise<HttpProduct> {
  const { limits, config, ...opening } = options;
  const dataDir = await mkdtemp(join(tmpdir(), 'signalbox-http-'));
  const product = await openProduct({ ...configIn(dataDir), ...config }, opening);
  const closing = new AbortController();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const parts = httpPartsOf(product, closing.signal, limits);
  const { app } = createApp({ ...parts, origin });
  server.on('request', app);
  const { deps } = product.services;
  return {
    product,
    origin,
    server,
    anonymous: apiClient(origin, null),
    async as(person, scopes = ['admin']) {
      const made = await createToken(
        deps,
        { actor: system, command: { id: randomUUID(), body: person } },
        { personId: person, name: 'test', scopes, expiresAt: null },
      );
      return apiClient(origin, made.secret);
    },
    async create(kind, id, fields) {
      const call = { actor: system, command: { id: randomUUID(), body: id } };
      await createObject(deps, objectOf(kind), call, { id, fields });
    },
    async change(kind, id, fields) {
      const call = { actor: system, command: { id: randomUUID(), body: id } };
      await patchObject(deps, objectOf(kind), call, { id, fields, reason: 'for the test' });
    },
    async publish(definition) {
      const call = () => ({ actor: system, command: { id: randomUUID(), body: definition.slug } });
      await importDefinition(deps, call(), definition);
      await publish(deps, call(), definition.slug, { reason: 'for the test' });
    },
    settle: async () => {
      await product.services.sweeper.sweep();
      await product.services.settle();
    },
    async close() {
      closing.abort();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await product.close(1_000);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function configIn(dataDir: string): Config {
  return {
    port: 0,
    dataDir,
    mongodbUrl: null,
    redisUrl: null,
    origin: 'http://localhost',
    smtpUrl: null,
    mailFrom: 'signalbox@localhost',
    process: 'all',
    secret: httpSecret,
    allowHosts: [],
    trustProxy: false,
    logLevel: 'silent',
  };
}

/**
 * Three buyers in a pool, two finance approvers, a requester, a lead, a deputy, an auditor, a designer, an administrator and a program;
 * everybody in UTC, always at work.
 */
export async function httpCompany({ create }: Pick<HttpProduct, 'create'>): Promise<void> {
  const roles = ['procurement-lead', 'operations-lead', 'finance-approver'];
  await create('installation', 'main', {
    name: 'Test',
    businessRoles: roles.map((id) => ({ id, title: id })),
  });
  await create('calendar', 'hq', { title: 'HQ', zone: 'UTC', week, exceptions: [] });
  const person = (id: string, systemRoles: string[], business: string[] = [], more: object = {}) =>
    create('person', id, {
      ...{ name: id, email: `${id}@example.test`, zone: 'UTC', country: 'FR' },
      ...{ systemRoles, roles: business, ...more },
    });
  await person('ria', ['requester']);
  await person('rob', ['requester']);
  for (const id of ['bo', 'bea', 'bill']) await person(id, ['requester', 'agent'], [], { capacity: 50 });
  await person('fay', ['requester', 'approver'], ['finance-approver']);
  await person('finn', ['requester', 'approver'], ['finance-approver']);
  await person('lea', ['requester', 'agent'], ['procurement-lead']);
  await person('otto', ['requester', 'agent'], ['operations-lead']);
  await person('ada', ['auditor']);
  await person('dan', ['designer']);
  await person('amy', ['admin']);
  await person('bot', ['requester'], [], { kind: 'service' });
  await create('team', 'buyers', { title: 'Buyers', members: ['bo', 'bea', 'bill'] });
  await create('pool', 'buyers', {
    ...{ title: 'Buyers', strategy: 'round_robin', teamId: 'buyers' },
    members: ['bo', 'bea', 'bill'].map((id) => ({ person: id, weight: 1 })),
  });
}
