/** Prints docs/errors.md from the catalogues of refusals and failures; `--check` fails when the page differs from it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

/** What a module of the product exports. */
async function loaded(entry) {
  const built = await build({ entryPoints: [entry], bundle: true, format: 'esm', write: false });
  return import(`data:text/javascript;base64,${Buffer.from(built.outputFiles[0].text).toString('base64')}`);
}

const rowsOf = (codes) =>
  Object.entries(codes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { status, title }]) => `| \`${code}\` | ${status} | ${title} |`)
    .join('\n');

const { refusalCodes } = await loaded('domain/error/codes.ts');
const { failureCodes } = await loaded('server/http/core/failure-codes.ts');
const page = `# Refusals

Every refusal carries one of these codes; a code is never reused or renamed. Programs read the code, people read the message beside it.
The page is made from the catalogue by \`node scripts/errors-doc.mjs\`.

| code | HTTP status | what it says |
|---|---|---|
${rowsOf(refusalCodes)}

What is not the caller's fault is answered with one of these; after a 503 the same request can be sent again.

| code | HTTP status | what it says |
|---|---|---|
${rowsOf(failureCodes)}
`;
const path = 'docs/errors.md';
if (process.argv.includes('--check')) {
  if (readFileSync(path, 'utf8') !== page) {
    console.error(`${path} is not what the catalogue says: run node scripts/errors-doc.mjs`);
    process.exit(1);
  }
} else writeFileSync(path, page);
