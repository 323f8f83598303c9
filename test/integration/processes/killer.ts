import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningServer } from '../../support/start-process.ts';
import type { ProductProcess } from './product-process.ts';

/** What was done to a running product. */
export interface Havoc {
  kills: number;
  flushes: number;
  redisRestarts: number;
}

/** How much is to be done, to whom. */
export interface HavocPlan {
  readonly processes: readonly ProductProcess[];
  readonly kills: number;
  readonly redis?: RunningServer;
}

/**
 * Kills processes of a product at random moments of their lives, before they serve too, and starts each anew; every few kills
 * Redis forgets everything, or dies and comes back.
 */
export async function wreakHavoc({ processes, kills, redis }: HavocPlan): Promise<Havoc> {
  const done: Havoc = { kills: 0, flushes: 0, redisRestarts: 0 };
  while (done.kills < kills) {
    const victim = processes[Math.floor(Math.random() * processes.length)];
    if (victim === undefined) throw new Error('there is nobody to kill');
    // Most die at work; one in four at any moment of its start.
    const atWork = Math.random() < 0.75;
    if (atWork) await victim.served();
    await sleep(atWork ? 200 + Math.random() * 2_000 : Math.random() * 1_000);
    await victim.kill();
    done.kills += 1;
    victim.start();
    if (redis !== undefined) await trouble(redis, done);
  }
  return done;
}

async function trouble(redis: RunningServer, done: Havoc): Promise<void> {
  if (done.kills % 3 === 0) {
    await flushAll(redis.url);
    done.flushes += 1;
  }
  if (done.kills % 4 === 0) {
    await redis.kill();
    await sleep(Math.random() * 800);
    await redis.start();
    done.redisRestarts += 1;
  }
}

/** FLUSHALL, as an operator would send it by mistake. */
function flushAll(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write('FLUSHALL\r\n'));
    socket.once('error', reject);
    socket.once('data', (answer) => {
      socket.destroy();
      if (answer.toString().startsWith('+OK')) resolve();
      else reject(new Error(answer.toString()));
    });
  });
}
