import type { Detail } from '../../domain/error/domain-error.ts';
import { DomainError } from '../../domain/error/domain-error.ts';
import { Fault } from '../../domain/error/fault.ts';
import type { Json } from '../../domain/hash/canonical-json.ts';

/** What is asked of a running product: one line of JSON, one request for each connection. */
export interface ControlRequest {
  readonly operation: string;
  readonly args: { readonly [key: string]: Json };
}

/** Why something could not be done, for people and programs. */
export interface ControlError {
  readonly code: string;
  readonly message: string;
  readonly details: readonly Detail[];
}

/** What comes back, a line each: any number of `say`, then one `result` or `error`. */
export type ControlReply =
  | { readonly say: string }
  | { readonly result: Json }
  | { readonly error: ControlError };

/** An error as it is told on the command line; what is a bug is told as it is. */
export function controlErrorOf(error: unknown): ControlError {
  if (error instanceof DomainError)
    return { code: error.code, message: error.message, details: error.details };
  if (error instanceof Fault) return { code: error.code, message: error.message, details: [] };
  return { code: 'BUG', message: error instanceof Error ? error.message : String(error), details: [] };
}
