import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

type Middleware = (request: Request, response: Response, next: NextFunction) => void;

/** Headers of answers that are data: nothing in them is to be run, framed or guessed at. */
export function dataHeaders(origin: string): Middleware {
  return helmet({
    ...common(origin),
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
      },
    },
  });
}

/**
 * Headers of pages: scripts and styles from this origin or under the nonce in `response.locals.nonce`, made anew for every answer.
 */
export function pageHeaders(origin: string): Middleware {
  const nonce = (_request: unknown, response: ServerResponse): string =>
    `'nonce-${(response as Response).locals['nonce']}'`;
  const guard = helmet({
    ...common(origin),
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", nonce],
        styleSrc: ["'self'", nonce],
        styleSrcAttr: ["'none'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
  });
  return (request, response, next) => {
    response.locals['nonce'] = randomBytes(16).toString('base64');
    guard(request, response, next);
  };
}

const common = (origin: string) => ({
  strictTransportSecurity: origin.startsWith('https:')
    ? { maxAge: 31_536_000, includeSubDomains: false }
    : false,
  // With `no-referrer` browsers send `Origin: null` with a plain form, which Remix takes for a foreign one.
  referrerPolicy: { policy: 'same-origin' as const },
  crossOriginResourcePolicy: { policy: 'same-origin' as const },
  xFrameOptions: { action: 'deny' as const },
});
