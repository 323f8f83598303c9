import { describe, expect, it } from 'vitest';
import { createStoreClock } from '../../../../server/clock/store-clock.ts';

/** A machine whose clock, elapsed time and store can be set apart. */
function machine(store: () => Promise<number>) {
  const time = { local: 1_000_000, elapsed: 0 };
  const faults: unknown[] = [];
  const clock = createStoreClock({
    storeNow: store,
    failed: (error) => faults.push(error),
    localNow: () => time.local,
    elapsed: () => time.elapsed,
    everyMs: 5,
  });
  const pass = (ms: number) => {
    time.local += ms;
    time.elapsed += ms;
  };
  return { clock, time, faults, pass };
}

const tick = () => new Promise((resolve) => setTimeout(resolve, 30));

describe('the clock that follows the store', () => {
  it('tells the store’s time, and says how far this machine is off', async () => {
    const { clock, pass } = machine(async () => 1_000_000 + 3_600_000);
    await clock.follow();
    clock.stop();
    expect(clock.now()).toBe(4_600_000);
    expect(clock.skewMs()).toBe(3_600_000);
    pass(500);
    expect(clock.now()).toBe(4_600_500);
  });

  it('is not moved by a jump of this machine’s clock', async () => {
    const { clock, time } = machine(async () => 1_000_000);
    await clock.follow();
    clock.stop();
    time.local += 3_600_000;
    expect(clock.now()).toBe(1_000_000);
  });

  it('takes the store’s time to be that of the middle of the question', async () => {
    const rig = machine(async () => {
      rig.pass(200);
      return 1_000_100;
    });
    await rig.clock.follow();
    rig.clock.stop();
    expect(rig.clock.now()).toBe(1_000_200);
    expect(rig.clock.skewMs()).toBe(0);
  });

  it('asks again and again, and counts on while the store is away', async () => {
    const answers = { now: 1_000_000, away: false };
    const { clock, faults, pass } = machine(async () => {
      if (answers.away) throw new Error('away');
      return answers.now;
    });
    await clock.follow();
    answers.now = 1_005_000;
    await tick();
    expect(clock.now()).toBe(1_005_000);
    expect(clock.skewMs()).toBe(5_000);
    answers.away = true;
    await tick();
    clock.stop();
    expect(faults.length).toBeGreaterThan(0);
    pass(1_000);
    expect(clock.now()).toBe(1_006_000);
  });

  it('does not begin without the store', async () => {
    const { clock } = machine(async () => {
      throw new Error('away');
    });
    await expect(clock.follow()).rejects.toThrow('away');
  });
});
