import type { Fault } from '../../domain/error/fault.ts';
import type { DeliveryResult } from './delivery.ts';

/** What a fault of the world means for a delivery: retry when it may pass, refused when it will not. */
export function outcomeOfFault(fault: Fault): DeliveryResult {
  return { outcome: fault.retryable ? 'retry' : 'refused', said: fault.message };
}
