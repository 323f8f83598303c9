import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { describe } from 'vitest';

/** Where Chromium lies, if it does. */
function chromiumPath(): string | undefined {
  const folders = ['/usr/bin', '/usr/local/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const places = [
    process.env.CHROMIUM,
    ...folders.flatMap((folder) =>
      ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)),
    ),
  ];
  return places.find((place) => place !== undefined && existsSync(place));
}

/** A browser of our own that asks nobody outside for anything. */
export function openBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error('the suite is skipped without Chromium');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A suite that needs Chromium; without one it is skipped, and its title says so. */
export function describeWithBrowser(name: string, suite: () => void): void {
  if (chromiumPath() !== undefined) describe(name, suite);
  else describe.skip(`${name} [SKIPPED: no Chromium in PATH or CHROMIUM]`, suite);
}
