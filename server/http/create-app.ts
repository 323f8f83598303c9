import compression from 'compression';
import express, { type Application, type NextFunction, type Request, type Response } from 'express';
import { DomainError } from '../../domain/error/domain-error.ts';
import { requestIdOf } from '../telemetry/request-id.ts';
import { createCallerLimits } from './core/caller-limits.ts';
import { crossSite } from './core/cross-site.ts';
import { mountEndpoints } from './core/mount-endpoints.ts';
import { problemOf } from './core/problem.ts';
import { dataHeaders, pageHeaders } from './core/security-headers.ts';
import { defaultLimits, type HttpParts } from './http-parts.ts';
import { endpoints } from './routes/endpoints.ts';

/** The web side of the product, ready to listen. */
export interface WebApp {
  readonly app: Application;
  /** Hands everything that is no endpoint to the pages; call it once, before listening. */
  mount(pages: (request: Request, response: Response, next: NextFunction) => void): void;
}

/** Puts the web side together: guards first, then the endpoints, then whatever is mounted, then 404 and problems. */
export function createApp(parts: HttpParts): WebApp {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', parts.trustProxy === false ? false : parts.trustProxy);
  app.set('query parser', 'simple');
  app.use(told(parts));
  const data = dataHeaders(parts.origin);
  const page = pageHeaders(parts.origin);
  app.use((request, response, next) => (isData(request.path) ? data : page)(request, response, next));
  app.use(crossSite(parts.origin));
  mountEndpoints(app, parts, createCallerLimits({ ...defaultLimits, ...parts.limits }), endpoints);
  const seam: { pages: Parameters<WebApp['mount']>[0] } = { pages: (_request, _response, next) => next() };
  // Pages and what they load; of data only whoever sends it knows whether it is a stream.
  app.use(
    compression({
      filter: (request, response) => !isData(request.path) && compression.filter(request, response),
    }),
  );
  app.use((request, response, next) => (isData(request.path) ? next() : seam.pages(request, response, next)));
  app.use((_request, _response, next) =>
    next(new DomainError('NOT_FOUND', 'There is nothing at this address.')),
  );
  app.use(answered(parts));
  return {
    app,
    mount(pages) {
      seam.pages = pages;
    },
  };
}

const isData = (path: string): boolean =>
  path.startsWith('/api/') || path === '/healthz' || path === '/readyz' || path === '/metrics';

/** Gives each request its id, and tells how it went. */
function told({ deps, telemetry }: HttpParts) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const begun = performance.now();
    const requestId = requestIdOf(request.get('x-request-id'), () => deps.ids.next());
    response.locals['requestId'] = requestId;
    response.set('X-Request-Id', requestId);
    response.set('Cache-Control', 'no-store');
    response.once('close', () => {
      const route = String(response.locals['route'] ?? 'none');
      const { method } = request;
      const seconds = (performance.now() - begun) / 1_000;
      const status = response.writableFinished ? response.statusCode : 499;
      telemetry.metrics.httpRequest({ method, route, status, seconds });
      telemetry.log.debug('request', { requestId, method, route, status, ms: Math.round(seconds * 1_000) });
    });
    next();
  };
}

/** The last word on everything that was thrown. */
function answered({ telemetry }: HttpParts) {
  return (error: unknown, request: Request, response: Response, _next: NextFunction): void => {
    const requestId = String(response.locals['requestId']);
    const { document, headers, bug } = problemOf(asRefusal(error), requestId);
    if (document.status >= 500)
      telemetry.log[bug ? 'error' : 'warn']('request failed', { requestId, path: request.path, error });
    // What is left of a body is read to its end, so that the answer reaches whoever still sends.
    if (!request.complete) request.resume();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response
      .status(document.status)
      .set(headers)
      .type('application/problem+json')
      .send(JSON.stringify(document));
  };
}

/** What the router itself refuses: an address that cannot be decoded. */
function asRefusal(error: unknown): unknown {
  if (error instanceof URIError) return new DomainError('MALFORMED', 'This address cannot be read.');
  return error;
}
