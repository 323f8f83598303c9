#!/usr/bin/env node
/** Runs the built product; builds it first in a checkout whose sources changed. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

process.env.NODE_ENV ??= 'production';
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [verb] = process.argv.slice(2);

if (verb === 'verify' && existsSync(join(root, 'build', 'verify.js'))) {
  await import(pathToFileURL(join(root, 'build', 'verify.js')).href);
} else {
  if (existsSync(join(root, 'scripts', 'build.mjs'))) {
    const built = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs'), '--if-stale'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (built.status !== 0) process.exit(built.status ?? 1);
  }
  await import(pathToFileURL(join(root, 'build', 'server', 'signalbox.js')).href);
}
