/** What every measured page carries: it stamps inputs and paints, and adds up what shifts. */
export interface InPage {
  /** Sum of the layout shifts that no input excuses. */
  shift: number;
  /** What moved most in them, for whoever mends it. */
  readonly moved: string[];
  /** When the list was painted and when it had answered its first key, in ms since the page was asked for. */
  painted: number;
  answered: number;
  /** How long the browser says keys took until the paint after them. */
  readonly keys: number[];
  /** Begins to wait for the next input of a kind and for what it leads to. */
  await(kind: 'click' | 'keydown', until: Until): void;
  /** How long that took, from the input to the paint of what it led to. */
  awaited: Promise<number>;
}

/** What an input leads to: another heading, an element that was not there, or whatever its own turn paints. */
export type Until =
  | { readonly heading: string }
  | { readonly present: string; readonly absent?: string }
  | 'next';

declare global {
  interface Window {
    signalboxBench: InPage;
  }
}

/** The compiler of these files names inner functions by a helper that pages do not have. */
export const namesInner = 'globalThis.__name = (named) => named;';

/** Put into a page before anything of its own runs. */
export function carry({ pressing }: { readonly pressing: boolean }): void {
  const bench: InPage = {
    shift: 0,
    moved: [],
    painted: 0,
    answered: 0,
    keys: [],
    awaited: Promise.resolve(0),
    await(kind, until) {
      bench.awaited = new Promise((resolve) => {
        window.addEventListener(kind, ({ timeStamp }) => look(timeStamp, until, resolve), {
          capture: true,
          once: true,
        });
      });
    },
  };
  window.signalboxBench = bench;

  /** What is seen before a frame is painted with it; a message comes after the paint. */
  const afterPaint = (tell: (now: number) => void): void => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => tell(performance.now());
    port2.postMessage(null);
  };
  const isThere = (until: Until): boolean => {
    if (until === 'next') return true;
    if ('heading' in until) {
      const heading = document.querySelector('h1')?.textContent ?? '';
      return heading !== '' && heading !== until.heading;
    }
    return (
      document.querySelector(until.present) !== null &&
      (until.absent === undefined || document.querySelector(until.absent) === null)
    );
  };
  const look = (begun: number, until: Until, tell: (ms: number) => void): void => {
    requestAnimationFrame(() => {
      if (isThere(until)) afterPaint((now) => tell(now - begun));
      else look(begun, until, tell);
    });
  };
  /** Presses a key at every frame until the list answers. */
  const press = (): void => {
    requestAnimationFrame(() => {
      const row = document.querySelector('a[data-row]');
      if (row !== null && bench.painted === 0)
        afterPaint((now) => {
          bench.painted = now;
        });
      if (row !== null)
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true }),
        );
      if (document.activeElement?.matches('a[data-row]') === true)
        afterPaint((now) => {
          bench.answered = now;
        });
      else press();
    });
  };
  if (pressing) press();

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
        readonly value: number;
        readonly hadRecentInput: boolean;
        readonly sources: readonly { readonly node: Node | null }[];
      };
      if (hadRecentInput) continue;
      bench.shift += value;
      for (const { node } of sources)
        bench.moved.push(node instanceof Element ? `${node.tagName}.${node.className}` : String(node));
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') bench.keys.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}
