import type { Request, Response } from 'express';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { Recognised } from '../../identity/viewer-of.ts';
import type { HttpParts } from '../http-parts.ts';
import { runEndpoint } from './call-of.ts';
import type { CallerLimits } from './caller-limits.ts';
import type { Endpoint } from './endpoint.ts';
import { identify } from './identify.ts';
import { readInput } from './read-input.ts';
import { sendReply } from './reply.ts';

/** Answers one request to an endpoint: who it is from, how often they asked, what it says, whether they may, what it does, in that order. */
export async function answerEndpoint(
  parts: HttpParts,
  limits: CallerLimits,
  endpoint: Endpoint,
  exchange: { readonly request: Request; readonly response: Response },
): Promise<void> {
  const { request, response } = exchange;
  const address = request.ip ?? '';
  const caller =
    endpoint.handle.policy.kind === 'open' ? undefined : await requireCaller(parts, limits, exchange);
  if (caller === undefined) await limits.countAddress(address, response);
  const input = await readInput(endpoint, request);
  const reply = await runEndpoint({ parts, caller, address, exchange }, endpoint, input);
  if (!response.headersSent) await sendReply(response, reply);
}

async function requireCaller(
  parts: HttpParts,
  limits: CallerLimits,
  { request, response }: { readonly request: Request; readonly response: Response },
): Promise<Recognised> {
  const caller = await identify(parts, request, response);
  if (caller === undefined) {
    await limits.countAddress(request.ip ?? '', response);
    throw new DomainError('NOT_SIGNED_IN', 'Send a token: Authorization: Bearer sbx_…');
  }
  await limits.countCaller(caller.tokenId ?? `session ${caller.viewer.personId}`, response);
  return caller;
}
