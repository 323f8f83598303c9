/**
 * Builds what `bin/signalbox.mjs` runs: server and command line with esbuild, the web application with Vite.
 * `--if-stale` does nothing when no source changed since the last build.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const sources = ['domain', 'server', 'plugins', 'app', 'public', 'scripts'];
const single = ['package.json', 'package-lock.json', 'vite.config.ts', 'remix.config.js', 'tsconfig.json'];
const stampFile = join('build', 'stamp');

const readTree = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? readTree(join(folder, entry.name)) : [join(folder, entry.name)],
  );

/** Names, sizes and times of everything the build reads. */
function stamp() {
  const files = [...sources.filter(existsSync).flatMap(readTree), ...single.filter(existsSync)].sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

const now = stamp();
const current = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === now;
if (process.argv.includes('--if-stale') && current) process.exit(0);

const started = Date.now();
console.error('Building Signalbox …');
rmSync('build', { recursive: true, force: true });
mkdirSync('build', { recursive: true });

const common = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
};
await build({
  ...common,
  entryPoints: { signalbox: 'server/cli/signalbox.ts' },
  outdir: 'build/server',
  packages: 'external',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  loader: { '.yaml': 'text' },
});
// The offline verifier is one file without dependencies: it can be handed to an auditor as it is.
await build({
  ...common,
  sourcemap: false,
  entryPoints: { verify: 'server/cli/verify-program.ts' },
  outdir: 'build',
});

if (existsSync('vite.config.ts')) {
  process.env.NODE_ENV = 'production';
  const { build: viteBuild } = await import('vite');
  const quiet = { logLevel: 'warn' };
  await viteBuild({ ...quiet });
  await viteBuild({ ...quiet, build: { ssr: true } });
}
writeFileSync(stampFile, now);
console.error(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
