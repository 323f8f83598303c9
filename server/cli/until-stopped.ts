import type { RunningServer } from '../main.ts';

/** Resolves once SIGTERM or SIGINT came and the server has stopped in order; a second signal ends the process at once. */
export async function untilStopped(server: RunningServer): Promise<void> {
  await new Promise<void>((resolve) => {
    let asked = false;
    const stop = () => {
      if (asked) process.exit(1);
      asked = true;
      resolve();
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });
  await server.stop();
}
