import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'test/mutants');
const patches = readdirSync(folder).filter((name) => name.endsWith('.patch'));

const hasGit = spawnSync('git', ['--version']).status === 0;

describe.skipIf(!hasGit)(`a mutant kept as a patch${hasGit ? '' : ' [SKIPPED: no git]'}`, () => {
  it.each(patches)('%s applies to the tree as it is, and names tests that are there', (name) => {
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(/^Breaks: \S.*\nTurns red: \S.*\n/);
    const tests = /^Turns red: (.+)$/m.exec(text)?.[1]?.split(' ') ?? [];
    expect(tests.filter((test) => !existsSync(join(root, test)))).toEqual([]);
    // Mutants are of the product: a test that is broken proves nothing.
    const changed = [...text.matchAll(/^\+\+\+ b\/(\S+)$/gm)].map(([, file = '']) => file);
    expect(changed.filter((file) => !/^(domain|server|plugins)\//.test(file))).toEqual([]);
    const checked = spawnSync('git', ['apply', '--check', path], { cwd: root, encoding: 'utf8' });
    expect(checked.stderr).toBe('');
    expect(checked.status).toBe(0);
  });
});
