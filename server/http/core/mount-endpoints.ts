import type { Application, NextFunction, Request, Response } from 'express';
import { assert } from '../../../domain/error/assert.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { HttpParts } from '../http-parts.ts';
import { answerEndpoint } from './answer-endpoint.ts';
import type { CallerLimits } from './caller-limits.ts';
import { type Endpoint, isAuthorised } from './endpoint.ts';

/** The path of an endpoint as the router takes it. */
function expressPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

/** Puts every endpoint where it is called, and answers 405 to its other methods. */
export function mountEndpoints(
  app: Application,
  parts: HttpParts,
  limits: CallerLimits,
  endpoints: readonly Endpoint[],
): void {
  for (const endpoint of endpoints) {
    assert(isAuthorised(endpoint.handle), `${endpoint.operationId} stands under a policy`);
    app[endpoint.method](expressPath(endpoint.path), routed(parts, limits, endpoint));
  }
  for (const path of new Set(endpoints.map((endpoint) => endpoint.path))) {
    const methods = endpoints.filter((one) => one.path === path).map(({ method }) => method.toUpperCase());
    app.route(expressPath(path)).all((request: Request, response: Response, next: NextFunction) => {
      response.set('Allow', methods.join(', '));
      next(new DomainError('METHOD_NOT_ALLOWED', `Use ${methods.join(' or ')} here, not ${request.method}.`));
    });
  }
}

function routed(parts: HttpParts, limits: CallerLimits, endpoint: Endpoint) {
  const handler = (request: Request, response: Response, next: NextFunction): void => {
    response.locals['route'] = endpoint.path;
    const { method, path } = endpoint;
    const traced = {
      name: `${method.toUpperCase()} ${path}`,
      kind: 'server',
      headers: request.headers,
    } as const;
    parts.telemetry.tracing
      .trace(traced, () => answerEndpoint(parts, limits, endpoint, { request, response }))
      .catch(next);
  };
  // What the walk over all routes looks for.
  return Object.assign(handler, { endpoint });
}
