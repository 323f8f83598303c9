import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltCli, buildCli } from '../../../support/built-cli.ts';

let cli: BuiltCli;
beforeAll(async () => {
  cli = await buildCli();
});
afterAll(() => cli?.remove());

const file = join(import.meta.dirname, '../../../../server/gallery/vendor-onboarding.yaml');

it('looks up what a definition refers to, in a product that runs or lies there, unless the file alone is asked for', async () => {
  const env = { SIGNALBOX_DATA: cli.freshDirectory() };
  const nowhere = await cli.run(['definitions', 'check', file], env);
  expect(nowhere).toMatchObject({ code: 0, err: expect.stringContaining('the files alone') });
  const server = await cli.serve(['start'], env);
  const lookedUp = async () => {
    const { code, out } = await cli.run(['definitions', 'check', file, '--json'], env);
    expect(code).toBe(1);
    const [{ problems, publishable }] = JSON.parse(out);
    expect(publishable).toBe(false);
    return problems.map(({ message }: { message: string }) => message);
  };
  const running = await lookedUp();
  expect(running.length).toBeGreaterThan(1);
  expect((await cli.run(['definitions', 'check', file, '--alone'], env)).code).toBe(0);
  expect(await server.end('SIGTERM')).toBe(0);
  expect(await lookedUp()).toEqual(running);
}, 60_000);
