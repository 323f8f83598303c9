/** How long until a server that did not answer is asked again, in ms. */
const pauseMs = 1_500;

let isGone = false;
let asking: ReturnType<typeof setTimeout> | undefined;
const told = new Set<() => void>();
const waiting = new Set<() => void>();

/** Whether the server did not answer lately, though the browser has a connection. */
export const serverIsGone = (): boolean => isGone;

/** Calls `changed` whenever the server goes or comes back; answers how to stop that. */
export function onReach(changed: () => void): () => void {
  told.add(changed);
  return () => told.delete(changed);
}

/** Asks at once whether the server is back. */
export function askAgain(): void {
  clearTimeout(asking);
  void look();
}

/**
 * From now on what pages load and send waits for a server that is gone, and goes on by itself when it is back: the page stays as it is,
 * with everything typed into it. Sending twice is safe, since every form carries the key of its command.
 */
export function holdWhileGone(): void {
  const ask = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    if (!isOfPages(input)) return ask(input, init);
    for (;;) {
      const answer = await answered(() => ask(input, init), init?.signal);
      if (answer !== undefined) return answer;
      setGone(true);
      await back(init?.signal);
    }
  };
}

/** The answer, or undefined when nobody answered. A browser without any connection says so elsewhere. */
async function answered(
  ask: () => Promise<Response>,
  signal?: AbortSignal | null,
): Promise<Response | undefined> {
  try {
    const answer = await whole(await ask());
    if (isFromBefore(answer)) return undefined;
    setGone(false);
    return answer;
  } catch (error) {
    if (signal?.aborted === true || !navigator.onLine || !(error instanceof TypeError)) throw error;
    return undefined;
  }
}

/** The answer once all of it is here: what is given up or cut off on the way did not answer, instead of answering something unreadable. */
async function whole(answer: Response): Promise<Response> {
  if (answer.body === null) return answer;
  const { status, statusText, headers } = answer;
  return new Response(await answer.arrayBuffer(), { status, statusText, headers });
}

/** Said by what stands before the product, or by the product while it starts. */
const isFromBefore = ({ status, headers }: Response): boolean =>
  [502, 503, 504].includes(status) && !headers.has('X-Remix-Response');

/** What pages are made of has an address of its own. */
function isOfPages(input: RequestInfo | URL): boolean {
  const { origin, pathname } = new URL(input instanceof Request ? input.url : input, location.href);
  return origin === location.origin && pathname.endsWith('.data');
}

function setGone(is: boolean): void {
  if (is && asking === undefined) asking = setTimeout(() => void look(), pauseMs);
  if (is === isGone) return;
  isGone = is;
  for (const changed of told) changed();
}

async function look(): Promise<void> {
  asking = undefined;
  const isThere = await fetch('/healthz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!isThere) {
    asking ??= setTimeout(() => void look(), pauseMs);
    return;
  }
  if (waiting.size === 0) setGone(false);
  for (const goOn of [...waiting]) goOn();
}

/** Resolves when the server may be back; fails when what waits is given up. */
function back(signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      waiting.delete(end);
      signal?.removeEventListener('abort', giveUp);
      resolve();
    };
    const giveUp = (): void => {
      waiting.delete(end);
      reject(signal?.reason instanceof Error ? signal.reason : new DOMException('Given up', 'AbortError'));
    };
    waiting.add(end);
    signal?.addEventListener('abort', giveUp, { once: true });
  });
}
