import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The address the product's typeface is served at, once the web application has been built; undefined before. */
export function builtFont(buildDir: string): string | undefined {
  const folder = join(buildDir, 'client', 'assets');
  const name = existsSync(folder)
    ? readdirSync(folder).find((file) => /^inter-.*\.woff2$/.test(file))
    : undefined;
  return name === undefined ? undefined : `/assets/${name}`;
}
