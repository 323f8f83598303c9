import { pageScripts } from '../../support/page-scripts.ts';
import { type Row, rowOf } from './row.ts';
import type { Stage } from './stage.ts';

/** Who opens each page, by its path in the list of routes, and what is filled in. */
const pages: Readonly<Record<string, readonly [person: string | null, address: string]>> = {
  '/': ['buyer-0', '/'],
  '/inbox': ['bo', '/inbox'],
  '/cases': ['ada', '/cases'],
  '/cases/:id': ['buyer-0', '/cases/{case}'],
  '/requests': ['ria', '/requests'],
  '/requests/:id': ['ria', '/requests/{request}'],
  '/catalogue': ['ria', '/catalogue'],
  '/catalogue/:slug': ['ria', '/catalogue/purchase'],
  '/numbers': ['lea', '/numbers'],
  '/types': ['dan', '/types'],
  '/types/:slug': ['dan', '/types/purchase'],
  '/types/:slug/draft': ['dan', '/types/purchase/draft'],
  '/types/:slug/draft/text': ['dan', '/types/purchase/draft/text'],
  '/types/:slug/versions': ['dan', '/types/purchase/versions'],
  '/types/:slug/versions/:n': ['dan', '/types/purchase/versions/1'],
  '/log': ['ada', '/log'],
  '/log/access': ['ada', '/log/access'],
  '/log/verify': ['ada', '/log/verify'],
  '/directory/:kind': ['amy', '/directory/people'],
  '/directory/:kind/:id': ['amy', '/directory/people/bo'],
  '/settings': ['amy', '/settings'],
  '/settings/appearance': ['amy', '/settings/appearance'],
  '/settings/connections': ['amy', '/settings/connections'],
  '/settings/connections/new': ['amy', '/settings/connections/new'],
  '/settings/connections/:id': ['amy', '/settings/connections/hook'],
  '/settings/effects': ['amy', '/settings/effects'],
  '/settings/roles': ['amy', '/settings/roles'],
  '/settings/tokens': ['amy', '/settings/tokens'],
  '/sign-in': [null, '/sign-in'],
  '/welcome/:token': [null, '/welcome/used-up'],
  '/*': ['buyer-0', '/no-such-page'],
};

/** How long a page may still move after it is there. */
const settleMs = 900;

/** Scripts and layout shift of every page there is, wide and narrow, with nothing in the cache. */
export async function everyPage(stage: Stage): Promise<Row[]> {
  const known = await pageScripts();
  const unknown = known.filter(({ path }) => pages[path] === undefined).map(({ path }) => path);
  if (unknown.length > 0) throw new Error(`nobody opens ${unknown.join(', ')}`);
  const filled = {
    '{case}': await idBehind(stage, 'buyer-0', '/inbox'),
    '{request}': await idBehind(stage, 'ria', '/requests'),
  };
  const found: Seen[] = [];
  for (const { path } of known)
    for (const width of [1440, 360]) {
      const [person, address] = pages[path] ?? [null, '/'];
      const to = Object.entries(filled).reduce((text, [hole, id]) => text.replace(hole, id), address);
      found.push({ path, ...(await see(stage, person, to, width)) });
    }
  for (const { path, shift, moved } of found)
    if (shift > 0) console.log(`${path} moved by ${shift.toFixed(4)}: ${[...new Set(moved)].join(', ')}`);
  const wide = found.filter(({ width }) => width === 1440);
  const heaviest = [...wide].sort((a, b) => b.scripts - a.scripts)[0];
  const shifts = (width: number) =>
    rowOf(
      `layout shift on load at ${width}, ${wide.length} pages`,
      found.filter((one) => one.width === width).map(({ shift }) => shift),
      { unit: '', aim: '0' },
    );
  return [
    rowOf(
      `scripts of a page, compressed; most on ${heaviest?.path}: ${heaviest?.scripts} B`,
      wide.map(({ scripts }) => scripts / 1_000),
      { unit: 'kB', aim: '< 180' },
    ),
    shifts(1440),
    shifts(360),
    ...(await journeys(stage)),
  ];
}

interface Seen {
  readonly path: string;
  readonly width: number;
  readonly scripts: number;
  readonly shift: number;
  readonly moved: readonly string[];
}

async function see(stage: Stage, person: string | null, address: string, width: number) {
  const context = await stage.open(person, { width });
  const page = await context.newPage();
  await page.goto(`${stage.origin}${address}`, { waitUntil: 'load' });
  await page.waitForTimeout(settleMs);
  const seen = await page.evaluate(() => ({
    shift: window.signalboxBench.shift,
    moved: window.signalboxBench.moved,
    scripts: (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  }));
  await context.close();
  return { width, ...seen };
}

/** The id behind the first row of a list. */
async function idBehind(stage: Stage, person: string, list: string): Promise<string> {
  const context = await stage.open(person);
  const page = await context.newPage();
  await page.goto(`${stage.origin}${list}`);
  const links = page.locator(`main a[href^="${list === '/inbox' ? '/cases/' : `${list}/`}"]`);
  const address = await links.first().getAttribute('href');
  await context.close();
  if (address === null) throw new Error(`${list} is empty`);
  return new URL(address, stage.origin).pathname.split('/').at(-1) ?? '';
}

/**
 * What moves while one goes from page to page. What an input itself moves is no shift, for half a second:
 * answers are held back for longer than that, so that nothing they move hides behind it.
 */
async function journeys(stage: Stage): Promise<Row[]> {
  const rows: Row[] = [];
  for (const width of [1440, 360]) {
    const context = await stage.open('buyer-0', { width });
    await context.route(/\.data(\?|$)/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await route.continue();
    });
    const page = await context.newPage();
    await page.goto(`${stage.origin}/inbox`, { waitUntil: 'load' });
    const wait = () => page.waitForTimeout(700 + settleMs);
    await wait();
    const shifts: number[] = [];
    const step = async (act: () => Promise<unknown>): Promise<void> => {
      const before = await page.evaluate(() => window.signalboxBench.shift);
      await act();
      await wait();
      const { shift, moved } = await page.evaluate(() => window.signalboxBench);
      shifts.push(shift - before);
      if (shift > before) console.log(`a step at ${width} moved: ${[...new Set(moved)].join(', ')}`);
    };
    await step(() => page.keyboard.press('j'));
    await step(() => page.keyboard.press('x'));
    await step(() => page.keyboard.press(' '));
    await step(() => page.keyboard.press('Escape'));
    await step(() => page.keyboard.press('Escape'));
    await step(() => page.locator('a[data-row]').first().click());
    for (let i = 0; i < 3; i++) await step(() => page.keyboard.press(']'));
    await step(() => page.locator('nav a[href="/inbox"]').first().click());
    await step(() => page.locator('nav a[href="/requests"], nav a[href="/catalogue"]').first().click());
    await step(() => page.locator('nav a[href="/"], aside a[href="/"]').first().click());
    await context.close();
    rows.push(
      rowOf(`layout shift of a step at ${width}, ${shifts.length} steps`, shifts, { unit: '', aim: '0' }),
    );
  }
  return rows;
}
