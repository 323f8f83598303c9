import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dispatch } from '../../../../server/cli/dispatch.ts';

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await dispatch(argv, {
    stdin: process.stdin,
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
  });
  return { code, ...said };
}

describe('help', () => {
  it('names every variable, and README.md explains each of them', async () => {
    const readme = readFileSync(join(import.meta.dirname, '../../../../README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) \|/gm)];
    const variables = rows.flatMap(([, names = '']) => names.replaceAll('`', '').split(', '));
    const { out } = await run('help');
    const named = [...out.matchAll(/^ {2}([A-Z_]+)$/gm)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(10);
    expect(named.toSorted()).toEqual(variables.toSorted());
    expect(out).toContain('README.md says what each is for');
  });
});
