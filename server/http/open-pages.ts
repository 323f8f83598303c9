import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import express, { type Request, type Response, type Router } from 'express';
import { DomainError } from '../../domain/error/domain-error.ts';
import type { WebContext } from './web-context.ts';

/** What is built bears a hash of its content in its name. */
const forGood = 'public, max-age=31536000, immutable';

/** The folder the web application is built into: `build/web` of the package this code belongs to. */
export function webBuildDir(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'build', 'web');
}

/** The pages of the web application, for every path nobody else answers; undefined when it has not been built. */
export async function openPages(
  buildDir: string,
  contextOf: (request: Request, response: Response) => Promise<WebContext>,
): Promise<Router | undefined> {
  const entry = join(buildDir, 'server', 'index.js');
  if (!existsSync(entry)) return undefined;
  const build = (await import(pathToFileURL(entry).href)) as ServerBuild;
  const client = join(buildDir, 'client');
  const pages = express.Router();
  pages.use(
    '/assets',
    // Set here, since an answer that says already how it is kept is left as it is.
    express.static(join(client, 'assets'), {
      setHeaders: (response) => response.set('Cache-Control', forGood),
    }),
    (_request, _response, next) => next(new DomainError('NOT_FOUND', 'There is nothing at this address.')),
  );
  pages.use(
    express.static(client, {
      index: false,
      setHeaders: (response) => response.set('Cache-Control', 'public, max-age=3600'),
    }),
  );
  pages.get('*', (request, response, next) => {
    if (isAskedAhead(request)) response.status(204).end();
    else next();
  });
  pages.all(
    '*',
    createRequestHandler({
      build,
      mode: 'production',
      getLoadContext: async (request, response) => ({ ...(await contextOf(request, response)) }),
    }),
  );
  return pages;
}

/** A page pointed at brings its scripts ahead of time; what it shows is read when it is shown, once and as it is then. */
function isAskedAhead(request: Request): boolean {
  return (request.get('sec-purpose') ?? request.get('purpose') ?? '').includes('prefetch');
}
