import { describe, expect, it } from 'vitest';
import { EmbeddedLeases } from '../../../../server/store/embedded/embedded-leases.ts';
import { Ticker } from '../../../../server/workers/ticker.ts';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function rig() {
  const faults: [string, unknown][] = [];
  const leases = new EmbeddedLeases();
  const ticker = (holder: string) =>
    new Ticker({
      leases,
      clock: { now: () => Date.now() },
      holder,
      failed: (what, error) => faults.push([what, error]),
    });
  return { faults, ticker };
}

describe('a ticker', () => {
  it('repeats its work, never beside itself, and goes on after a failure', async () => {
    const { faults, ticker } = rig();
    const one = ticker('one');
    const seen = { runs: 0, beside: 0, most: 0 };
    one.start([
      {
        name: 'work',
        everyMs: 5,
        run: async () => {
          seen.runs += 1;
          seen.beside += 1;
          seen.most = Math.max(seen.most, seen.beside);
          await wait(15);
          seen.beside -= 1;
          if (seen.runs === 1) throw new Error('once');
        },
      },
    ]);
    while (seen.runs < 3) await wait(5);
    await one.stop();
    expect(seen.most).toBe(1);
    expect(seen.beside).toBe(0);
    expect(faults).toMatchObject([['work', { message: 'once' }]]);
    const { runs } = seen;
    await wait(40);
    expect(seen.runs).toBe(runs);
  });

  it('leaves work to the one that holds the lease', async () => {
    const { ticker } = rig();
    const done: string[] = [];
    const tickers = ['one', 'two'].map((holder) => {
      const made = ticker(holder);
      made.start([{ name: 'shared', everyMs: 100, run: async () => done.push(holder) }]);
      return made;
    });
    while (done.length < 3) await wait(10);
    await Promise.all(tickers.map((each) => each.stop()));
    expect(new Set(done).size).toBe(1);
  });
});
