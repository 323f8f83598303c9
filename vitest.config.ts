import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Rooms of the test pyramid; each is a vitest project, so that one room can be run alone. */
const room = (name: string, testTimeout: number, { isolate = true, setup = [] as string[] } = {}) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`, `test/${name}/**/*.test.tsx`],
    exclude: ['**/node_modules/**'],
    testTimeout,
    isolate,
    globalSetup: setup,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    // Much of the time is waited for servers and browsers: on two processors two files run at once, too.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    coverage: {
      provider: 'v8',
      include: ['domain/**/*.ts'],
      reporter: ['text-summary'],
      // Everything that is decided is decided in domain/: no line of it goes untried.
      thresholds: { lines: 100 },
    },
    projects: [
      room('unit', 10_000, { isolate: false }),
      room('golden', 30_000, { isolate: false }),
      room('contract', 60_000),
      room('integration', 120_000),
      room('simulation', 300_000),
      room('e2e', 120_000, { setup: ['test/support/found-demo.ts'] }),
    ],
  },
});
