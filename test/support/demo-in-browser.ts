import { readFileSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { type BuiltProduct, startBuilt } from './built-product.ts';

/** One of the people the demo lets in. */
interface Persona {
  readonly persona: string;
  readonly email: string;
  readonly password: string;
  readonly token: string;
}

/** A built product that has the people of the demo, with a browser before it. */
export interface DemoInBrowser {
  readonly product: Pick<BuiltProduct, 'origin' | 'data'>;
  /** What the consoles of its pages said, and what went wrong in them. */
  readonly complaints: string[];
  persona(name: string): Persona;
  /** A page of somebody who has signed in, in a context of its own. */
  signIn(
    name: string,
    options?: BrowserContextOptions,
  ): Promise<{ readonly context: BrowserContext; readonly page: Page }>;
  /** A page of somebody who has signed in, or of nobody. */
  open(
    name: string | null,
    options?: BrowserContextOptions,
  ): Promise<{ readonly context: BrowserContext; readonly page: Page }>;
  close(): Promise<void>;
}

/** The variable that names the data of a demo founded before, which is copied and never used. */
export const foundedDemo = 'SIGNALBOX_FOUNDED_DEMO';

/** Starts the demo on a copy of its own of the company that was founded for all, else on an empty directory, and the browser. */
export async function openDemoInBrowser(): Promise<DemoInBrowser> {
  const data = await mkdtemp(join(tmpdir(), 'signalbox-built-'));
  const founded = process.env[foundedDemo];
  if (founded !== undefined) await cp(founded, data, { recursive: true });
  const [product, browser]: [BuiltProduct, Browser] = await Promise.all([
    startBuilt('demo', {}, data),
    openBrowser(),
  ]);
  return inBrowser(product, browser);
}

/** A browser before a product in whose data directory lies what opens it to its people. */
export function inBrowser(
  product: Pick<BuiltProduct, 'origin' | 'data' | 'stop'>,
  browser: Browser,
): DemoInBrowser {
  const { personas } = JSON.parse(readFileSync(join(product.data, 'demo-tokens.json'), 'utf8')) as {
    readonly personas: readonly Persona[];
  };
  const complaints: string[] = [];
  const persona = (name: string): Persona => {
    const found = personas.find((one) => one.persona === name);
    if (found === undefined) throw new Error(`the demo has no ${name}`);
    return found;
  };
  const blank = async (options: BrowserContextOptions) => {
    const context = await browser.newContext({ baseURL: product.origin, ...options });
    const page = await context.newPage();
    page.on('console', (message) => complaints.push(`${page.url()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
    return { context, page };
  };
  const signIn = async (name: string, options: BrowserContextOptions = {}) => {
    const { context, page } = await blank(options);
    await page.goto('/sign-in');
    await page.getByLabel('E-mail').fill(persona(name).email);
    await page.getByLabel('Password').fill(persona(name).password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL((url) => url.pathname !== '/sign-in');
    return { context, page };
  };
  return {
    product,
    complaints,
    persona,
    signIn,
    open: (name, options = {}) => (name === null ? blank(options) : signIn(name, options)),
    async close() {
      await browser.close();
      await product.stop();
    },
  };
}
