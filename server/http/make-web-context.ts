import type { Request, Response } from 'express';
import { assert } from '../../domain/error/assert.ts';
import { DomainError } from '../../domain/error/domain-error.ts';
import { readLink } from '../identity/links.ts';
import { redeemLink } from '../identity/redeem-link.ts';
import type { NewSession } from '../identity/sessions.ts';
import { signIn, signOut } from '../identity/sign-in.ts';
import { personasOf, signInAs } from '../identity/sign-in-as.ts';
import { viewerOfSession } from '../identity/viewer-of.ts';
import { type Ask, callEndpoint } from './core/call-endpoint.ts';
import type { Endpoint } from './core/endpoint.ts';
import { identityDeps } from './core/identity-deps.ts';
import { readOnce } from './core/read-once.ts';
import type { HttpParts } from './http-parts.ts';
import { endpoints } from './routes/endpoints.ts';
import { forgottenCookie, sessionCookie, sessionSecret } from './session-cookie.ts';
import type { WebContext } from './web-context.ts';

const byOperation = new Map(endpoints.map((endpoint) => [endpoint.operationId, endpoint]));

function endpointOf(operationId: string): Endpoint {
  const endpoint = byOperation.get(operationId);
  assert(endpoint !== undefined, `there is an endpoint ${operationId}`);
  return endpoint;
}

/** What a page of this request may ask of the server: recognised by its session cookie, or nobody. */
export async function makeWebContext(
  parts: HttpParts,
  request: Request,
  response: Response,
): Promise<WebContext> {
  const { origin, telemetry } = parts;
  const identity = identityDeps(parts);
  const secret = sessionSecret(origin, request);
  const known = secret === undefined ? undefined : await viewerOfSession(identity, secret);
  if (known?.renewed !== undefined)
    response.append('Set-Cookie', sessionCookie(origin, known.renewed, identity.clock.now()));
  const address = request.ip ?? 'unknown';
  return {
    nonce: String(response.locals['nonce'] ?? ''),
    person:
      known === undefined
        ? null
        : {
            id: known.viewer.personId,
            name: known.name,
            zone: known.zone,
            roles: [...known.viewer.systemRoles, ...known.viewer.roles],
          },
    noteFailure: (error) => {
      const requestId = String(response.locals['requestId'] ?? '');
      telemetry.log.error('page failed', { requestId, path: request.path, error });
    },
    personas: () => personasOf(identity),
    signInAs: (persona) =>
      inWords(parts, () => signInAs(identity, { secret: secret ?? '', persona, address })),
    api: readOnce(
      <B>(operationId: string, ask?: Ask) => {
        const setting = { parts, caller: known, address, exchange: { request, response } };
        return callEndpoint<B>(setting, endpointOf(operationId), ask);
      },
      (operationId) => endpointOf(operationId).method === 'get',
    ),
    signIn: (input) => inWords(parts, () => signIn(identity, { ...input, address })),
    signOut: async () => {
      if (secret !== undefined) await signOut(identity, secret, address);
      return forgottenCookie(origin);
    },
    readLink: async (token) => {
      const link = await readLink(identity, token);
      return link === undefined ? null : { purpose: link.purpose, email: link.email };
    },
    redeemLink: ({ token, ...input }) =>
      inWords(parts, () => redeemLink(identity, { ...input, secret: token, address })),
  };
}

/** The cookie of a session, or the refusal as people read it. */
async function inWords(
  { origin, deps }: Pick<HttpParts, 'origin' | 'deps'>,
  begin: () => Promise<NewSession>,
): Promise<{ cookie: string } | { refused: string }> {
  try {
    return { cookie: sessionCookie(origin, await begin(), deps.clock.now()) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const details = error.details.map(({ detail }) => detail).join(' ');
    return { refused: details === '' ? error.message : `${error.message} ${details}` };
  }
}
