import type { CallResponse } from './context.ts';
import type { DeliveryResult } from './delivery.ts';
import { retryAfterMs } from './retry-after.ts';

// The other side asks for another try: it did not judge the message.
const retryStatuses = new Set([408, 425, 429]);

/**
 * What an HTTP answer means for a delivery: 2xx delivered; 408, 425, 429 and 5xx retry (after `Retry-After`);
 * every other status, redirects included, refused with what the other side said.
 */
export function outcomeOfResponse(response: CallResponse, now: number): DeliveryResult {
  const { status, text: said } = response;
  if (status >= 200 && status < 300) return { outcome: 'delivered', status, said };
  if (status >= 500 || retryStatuses.has(status)) {
    const wish = retryAfterMs(response.headers['retry-after'], now);
    return { outcome: 'retry', status, said, ...(wish === undefined ? {} : { retryAfterMs: wish }) };
  }
  if (status >= 300 && status < 400) {
    const target = response.headers['location'] ?? 'an unnamed address';
    return { outcome: 'refused', status, said: `It redirects to ${target}, and redirects are not followed.` };
  }
  return { outcome: 'refused', status, said };
}
