import type { Ask, AskAnswer } from './call-endpoint.ts';

/** Calls an endpoint for one page. */
export type Asks = <B>(operationId: string, ask?: Ask) => Promise<AskAnswer<B>>;

/** Calls endpoints for one page: what several of its parts read in the same words is read once, until a command changes something. */
export function readOnce(call: Asks, isRead: (operationId: string) => boolean): Asks {
  const known = new Map<string, Promise<AskAnswer<unknown>>>();
  return async <B>(operationId: string, ask?: Ask) => {
    if (!isRead(operationId)) {
      known.clear();
      // What is read while it is carried out may be of before.
      return call<B>(operationId, ask).finally(() => known.clear());
    }
    const words = JSON.stringify([operationId, ask?.params, ask?.query]);
    const reading = (known.get(words) as Promise<AskAnswer<B>> | undefined) ?? call<B>(operationId, ask);
    known.set(words, reading);
    return reading;
  };
}
