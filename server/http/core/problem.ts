import { type RefusalCode, refusalCodes } from '../../../domain/error/codes.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { Fault } from '../../../domain/error/fault.ts';
import { type FailureCode, failureCodes } from './failure-codes.ts';

/** A problem document (RFC 9457) with our code, the places in the input, and the request it answers. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly requestId: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly data?: Readonly<Record<string, unknown>>;
}

/** An error as it is answered; `bug` when we are wrong, so that it is logged with its stack. */
export interface AnsweredProblem {
  readonly document: ProblemDocument;
  readonly headers: Readonly<Record<string, string>>;
  readonly bug: boolean;
}

/** How long somebody waits before trying again while the store is gone, in seconds. */
const faultRetryS = 5;

/** The address that names a kind of problem. */
function typeOf(code: string): string {
  return `urn:signalbox:problem:${code.toLowerCase().replaceAll('_', '-')}`;
}

/** The answer to whoever comes before the product is open. */
export function stillStarting(requestId: string): AnsweredProblem {
  return {
    ...failure('UNAVAILABLE', 'Signalbox is starting. Come again in a moment.', requestId),
    headers: { 'Retry-After': '1' },
  };
}

/** Any thrown error as a problem document; what is not a refusal says nothing of its insides. */
export function problemOf(error: unknown, requestId: string): AnsweredProblem {
  if (error instanceof DomainError) return refusal(error, requestId);
  if (error instanceof Fault && error.retryable) {
    const detail =
      'Something this needs cannot be reached just now. Nothing was half done; try again in a moment.';
    return failure('UNAVAILABLE', detail, requestId);
  }
  const detail = 'This is our mistake. It was noted under the request id; tell an administrator if it stays.';
  return { ...failure('INTERNAL', detail, requestId), bug: true };
}

function refusal(error: DomainError, requestId: string): AnsweredProblem {
  const { code, message, details, data, status } = error;
  return {
    document: {
      type: typeOf(code),
      title: refusalCodes[code].title,
      status,
      detail: message,
      code,
      requestId,
      ...(details.length === 0 ? {} : { errors: details }),
      ...(Object.keys(data).length === 0 ? {} : { data }),
    },
    headers: headersOf(code, data),
    bug: false,
  };
}

function headersOf(code: RefusalCode, data: Readonly<Record<string, unknown>>): Record<string, string> {
  if (code === 'NOT_SIGNED_IN') return { 'WWW-Authenticate': 'Bearer realm="signalbox"' };
  if (code === 'RATE_LIMITED') return { 'Retry-After': String(data['retryAfterS'] ?? 1) };
  return {};
}

function failure(code: FailureCode, detail: string, requestId: string): AnsweredProblem {
  const { status, title } = failureCodes[code];
  const headers = code === 'UNAVAILABLE' ? { 'Retry-After': String(faultRetryS) } : {};
  return { document: { type: typeOf(code), title, status, detail, code, requestId }, headers, bug: false };
}
