import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadStream } from '../../../../domain/stream/load/load-stream.ts';
import type { CommandDeps } from '../../../../server/use-cases/command/deps.ts';
import { runCommand } from '../../../../server/use-cases/command/run-command.ts';
import { countingIds } from '../../../support/counting-ids.ts';
import { openTestStore } from '../../../support/open-store.ts';
import { aMonday } from '../../../support/product.ts';

let opened: Awaited<ReturnType<typeof openTestStore>>;
beforeEach(async () => {
  opened = await openTestStore();
});
afterEach(() => opened.close());

/** A process whose disk is slow: nothing is on it before `written` is called. */
function slowDisk(): { readonly deps: CommandDeps; readonly written: () => void } {
  let written: () => void = () => undefined;
  const disk = new Promise<void>((resolve) => {
    written = resolve;
  });
  const flushed = async () => {
    await disk;
    await opened.store.flushed();
  };
  const deps: CommandDeps = {
    store: { ...opened.store, flushed },
    clock: { now: () => aMonday },
    ids: countingIds('disk'),
    claimMs: 0,
    committed: () => undefined,
  };
  return { deps, written: () => written() };
}

const stop = (deps: CommandDeps) =>
  runCommand(deps, {
    spec: loadStream,
    stream: 'load:bo',
    on: 'either',
    command: { id: 'once', body: 'stop' },
    actor: { kind: 'system', id: 'test' },
    decide: () => ({ events: [{ kind: 'stopped-accepting', data: {} }] }),
  });

/** Whether it is answered although every chance was given to it. */
async function answersEarly(answer: Promise<unknown>): Promise<boolean> {
  let answered = false;
  void answer.then(() => {
    answered = true;
  });
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  return answered;
}

it('answers a command only when what it wrote is on disk', async () => {
  const { deps, written } = slowDisk();
  const answer = stop(deps);
  expect(await answersEarly(answer)).toBe(false);
  expect(await opened.store.aggregates.load('load:bo')).toMatchObject({ seq: 1 });
  written();
  expect(await answer).toMatchObject({ repeated: false, doc: { rev: 1 } });
});

it('answers a command that was sent again only when what it wrote the first time is on disk', async () => {
  const first = slowDisk();
  const [, again] = [stop(first.deps), slowDisk()];
  await expect.poll(() => opened.store.aggregates.load('load:bo')).toBeDefined();
  const answer = stop(again.deps);
  expect(await answersEarly(answer)).toBe(false);
  again.written();
  expect(await answer).toMatchObject({ repeated: true, doc: { rev: 1 } });
  first.written();
});
