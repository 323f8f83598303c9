import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import express, { type Express, type Request, type Response } from 'express';
import type { WebContext } from './web-context.ts';

/** Where the built web application lies, and what its pages may ask of the server. */
export interface WebMount {
  /** The folder that holds `client/` and `server/index.js`. */
  readonly buildDir: string;
  readonly contextOf: (request: Request, response: Response) => Promise<WebContext>;
}

const yearMs = 365 * 24 * 3_600_000;

/** Serves the web application on every path nobody else answers. False when it has not been built. */
export async function mountWeb(app: Express, mount: WebMount): Promise<boolean> {
  const entry = join(mount.buildDir, 'server', 'index.js');
  if (!existsSync(entry)) return false;
  const build = (await import(pathToFileURL(entry).href)) as ServerBuild;
  const client = join(mount.buildDir, 'client');
  app.use(
    '/assets',
    express.static(join(client, 'assets'), { immutable: true, maxAge: yearMs, fallthrough: false }),
  );
  app.use(express.static(client, { index: false, maxAge: 3_600_000 }));
  app.all(
    '*',
    createRequestHandler({
      build,
      mode: 'production',
      getLoadContext: async (request, response) => ({ ...(await mount.contextOf(request, response)) }),
    }),
  );
  return true;
}
