import packageJson from '../package.json' with { type: 'json' };
import type { Config } from './config/config.ts';
import { deriveKey } from './connectors/derive-key.ts';
import { builtFont } from './http/built-font.ts';
import { createApp } from './http/create-app.ts';
import type { HttpLimits, HttpParts } from './http/http-parts.ts';
import { makeWebContext } from './http/make-web-context.ts';
import { openPages, webBuildDir } from './http/open-pages.ts';
import { createAddressLimits } from './identity/address-limits.ts';
import type { WebApp } from './main.ts';
import type { Product } from './open-product.ts';
import { directoryRegistry } from './use-cases/definition/directory-registry.ts';
import type { Setup } from './use-cases/health/setup.ts';
import { createCursors } from './use-cases/lists/cursor.ts';

/** What the web side stands on, out of an open product. */
export function httpPartsOf(
  product: Product,
  closing: AbortSignal,
  limits: Partial<HttpLimits> = {},
): HttpParts {
  const { config, services, store, telemetry, clock, live, sealer, key, checkpoints, host } = product;
  const { problems, queueProblem } = product;
  return {
    deps: services.deps,
    registry: (definition) => directoryRegistry(store, definition),
    cursors: createCursors(deriveKey(config.secret, 'page cursors')),
    addressLimits: createAddressLimits(),
    origin: config.origin,
    trustProxy: config.trustProxy,
    setup: setupOf(config, clock.now()),
    ...{ live, sealer, key, checkpoints, telemetry, problems, queueProblem, closing, host, limits },
  };
}

function setupOf(
  { process, redisUrl, mongodbUrl, smtpUrl, mailFrom, dataDir }: Config,
  startedAt: number,
): Setup {
  return {
    version: packageJson.version,
    process,
    startedAt,
    queue: redisUrl === null ? 'in-process' : 'redis',
    mailFrom: smtpUrl === null ? null : mailFrom,
    directory: mongodbUrl === null ? dataDir : null,
  };
}

/** Answers the API, and the pages where they have been built. */
export const webApp: WebApp = async (product, closing) => {
  const font = builtFont(webBuildDir());
  const parts = { ...httpPartsOf(product, closing), ...(font === undefined ? {} : { font }) };
  const { app, mount } = createApp(parts);
  const pages = await openPages(webBuildDir(), (request, response) =>
    makeWebContext(parts, request, response),
  );
  if (pages !== undefined) mount(pages);
  return app;
};
