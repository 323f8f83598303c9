import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DomainError } from '../../../../domain/error/domain-error.ts';
import { readConfig } from '../../../../server/config/config.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'signalbox-config-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('makes a secret once, for its owner only, and finds it again', () => {
  const dataDir = join(dir, 'a', 'data');
  const first = readConfig({ SIGNALBOX_DATA: dataDir });
  expect(first.secret).toMatch(/^[\w-]{64}$/);
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
  expect(readdirSync(dataDir)).toEqual(['secret']);
  expect(readConfig({ SIGNALBOX_DATA: dataDir }).secret).toBe(first.secret);
  expect(readFileSync(join(dataDir, 'secret'), 'utf8').trim()).toBe(first.secret);
});

test('prefers the variable and then writes no file', () => {
  const SIGNALBOX_SECRET = 's'.repeat(40);
  expect(readConfig({ SIGNALBOX_DATA: dir, SIGNALBOX_SECRET }).secret).toBe(SIGNALBOX_SECRET);
  expect(readdirSync(dir)).toEqual([]);
});

test('agrees on one secret when several processes start at once', async () => {
  const script = `import { readConfig } from '${process.cwd()}/server/config/config.ts';
    process.stdout.write(readConfig({ SIGNALBOX_DATA: ${JSON.stringify(dir)} }).secret);`;
  const run = () =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
  const secrets = (await Promise.all([run(), run(), run()])).map((each) => each.stdout);
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]).toMatch(/^[\w-]{64}$/);
  expect(readdirSync(dir)).toEqual(['secret']);
});

/** What is wrong with a configuration, in the words people read; '' when nothing is. */
function refusalOf(env: Record<string, string>): string {
  try {
    readConfig(env);
    return '';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.details.map(({ detail }) => detail).join(' ');
  }
}

test('refuses a secret that others can read, or that is too short', () => {
  writeFileSync(join(dir, 'secret'), 's'.repeat(40), { mode: 0o600 });
  chmodSync(join(dir, 'secret'), 0o640);
  expect(refusalOf({ SIGNALBOX_DATA: dir })).toMatch(/chmod 600/);
  writeFileSync(join(dir, 'secret'), 'short');
  chmodSync(join(dir, 'secret'), 0o600);
  expect(refusalOf({ SIGNALBOX_DATA: dir })).toMatch(/32 characters/);
});

test('says so when the data directory cannot be made', () => {
  writeFileSync(join(dir, 'file'), '');
  expect(refusalOf({ SIGNALBOX_DATA: join(dir, 'file', 'data') })).toMatch(/SIGNALBOX_DATA/);
});
