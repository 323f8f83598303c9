/** Prints docs/errors.md from the catalogue of refusals; `--check` fails when the page differs from it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const built = await build({
  entryPoints: ['domain/error/codes.ts'],
  bundle: true,
  format: 'esm',
  write: false,
});
const { refusalCodes } = await import(
  `data:text/javascript;base64,${Buffer.from(built.outputFiles[0].text).toString('base64')}`
);
const rows = Object.entries(refusalCodes)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([code, { status, title }]) => `| \`${code}\` | ${status} | ${title} |`);
const page = `# Refusals

Every refusal carries one of these codes; a code is never reused or renamed. Programs read the code, people read the message beside it.
The page is made from the catalogue by \`node scripts/errors-doc.mjs\`.

| code | HTTP status | what it says |
|---|---|---|
${rows.join('\n')}
`;
const path = 'docs/errors.md';
if (process.argv.includes('--check')) {
  if (readFileSync(path, 'utf8') !== page) {
    console.error(`${path} is not what the catalogue says: run node scripts/errors-doc.mjs`);
    process.exit(1);
  }
} else writeFileSync(path, page);
