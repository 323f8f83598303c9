import { Fault } from '../../domain/error/fault.ts';
import type { CallRequest, CallResponse, PluginContext } from './context.ts';
import type { DeliveryResult } from './delivery.ts';
import { outcomeOfFault } from './outcome-of-fault.ts';

/** Either an answer of the other side, or how the attempt ends without one. */
export type CallOutcome =
  | { readonly response: CallResponse; readonly ended?: undefined }
  | { readonly response?: undefined; readonly ended: DeliveryResult };

/** Calls out and turns a missing answer into the end of the attempt, so that a plugin never handles exceptions. */
export async function callOut(
  context: PluginContext,
  url: string,
  request: CallRequest,
): Promise<CallOutcome> {
  try {
    return { response: await context.fetch(url, request) };
  } catch (error) {
    if (error instanceof Fault) return { ended: outcomeOfFault(error) };
    throw error;
  }
}
