import type { Page } from 'playwright-core';
import { awake, pressed } from './between-cases.ts';
import { type Row, rowOf } from './row.ts';
import type { Stage } from './stage.ts';

const enough = 5_000;
/** A frame that came a whole one late, at sixty a second. */
const lateMs = 25;
const steps = 240;

/** Keys in a list of fifty and in one of thousands, and frames while it scrolls. */
export async function longList(stage: Stage): Promise<Row[]> {
  const context = await stage.open('bo');
  const page = await context.newPage();
  const bare = await context.newPage();
  await bare.goto(stage.empty.origin);
  const empty = await keyTimes(bare, 'j');
  await page.bringToFront();
  await page.goto(`${stage.origin}/inbox`);
  await awake(page);
  const few = await keyRows(page, empty.stamps);
  await page.goto(`${stage.origin}/inbox`);
  await awake(page);
  const begun = performance.now();
  const count = await scrollToEnd(page);
  const loaded = performance.now() - begun;
  const many = await keyRows(page, empty.stamps);
  const height = await page.evaluate(() => document.querySelector('main > div')?.scrollHeight ?? 0);
  await bare.goto(`${stage.empty.origin}/?height=${height}`);
  const [frames, bareFrames] = [await scrolled(page), await scrolled(bare)];
  await context.close();
  const late = (of: readonly number[]) => (100 * of.filter((ms) => ms > lateMs).length) / of.length;
  return [
    ...few,
    ...many,
    rowOf(`until ${count} rows are there, by scrolling`, [loaded], { aim: '–' }),
    rowOf(`frame while ${count} rows scroll`, frames, { aim: '16.7', empty: bareFrames }),
    rowOf('frames that came a frame late', [late(frames)], {
      ...{ unit: '%', aim: '0', empty: [late(bareFrames)] },
    }),
    rowOf('the longest frame', [Math.max(...frames)], { aim: '< 34', empty: [Math.max(...bareFrames)] }),
  ];
}

async function keyRows(page: Page, empty: readonly number[]): Promise<Row[]> {
  const count = await page.locator('a[data-row]').count();
  const rows: Row[] = [];
  for (const [key, name] of [
    ['j', 'j'],
    ['x', 'x'],
    [' ', 'space'],
  ] as const) {
    const { stamps, told } = await keyTimes(page, key);
    const aim = { aim: '< 50', empty };
    rows.push(rowOf(`${name} among ${count} rows → paint`, stamps, aim));
    rows.push(rowOf(`${name} among ${count} rows, as the browser counts`, told, { aim: '< 50' }));
  }
  return rows;
}

/** Times of a key from its press to the paint after it. */
async function keyTimes(page: Page, key: string) {
  const count = 24;
  const stamps: number[] = [];
  await page.keyboard.press('j');
  await page.waitForTimeout(300);
  await page.evaluate(() => window.signalboxBench.keys.splice(0));
  for (let i = 0; i < count; i++) {
    stamps.push(await pressed(page, key, 'next'));
    await page.waitForTimeout(120);
  }
  const seen = await page.evaluate(() => window.signalboxBench.keys);
  // What takes less than 16 ms is not told.
  const told = [...seen, ...Array.from({ length: Math.max(0, count - seen.length) }, () => 16)];
  return { stamps, told };
}

/** The list collects more as long as somebody scrolls. */
async function scrollToEnd(page: Page): Promise<number> {
  const count = () => page.locator('a[data-row]').count();
  let [before, now, still] = [0, await count(), 0];
  while (now < enough && still < 20) {
    await page.evaluate(() => {
      const scroller = document.querySelector('main > div');
      scroller?.scrollTo(0, scroller.scrollHeight);
    });
    await page.waitForTimeout(150);
    [before, now] = [now, await count()];
    still = now === before ? still + 1 : 0;
  }
  await page.evaluate(() => document.querySelector('main > div')?.scrollTo(0, 0));
  await page.waitForTimeout(500);
  return now;
}

/** How long each frame took while the wheel is turned, step by step. */
async function scrolled(page: Page): Promise<number[]> {
  await page.bringToFront();
  await page.mouse.move(720, 450);
  await page.waitForTimeout(500);
  const before = await page.evaluate(() => document.querySelector('main > div')?.scrollTop ?? 0);
  const told = await page.evaluateHandle(() => {
    const frames: number[] = [];
    let last = performance.now();
    const step = (now: number): void => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
    return frames;
  });
  for (let i = 0; i < steps; i++) {
    const next = performance.now() + 16;
    await page.mouse.wheel(0, 120);
    await page.waitForTimeout(Math.max(0, next - performance.now()));
  }
  const frames = (await told.jsonValue()).slice(2);
  const after = await page.evaluate(() => document.querySelector('main > div')?.scrollTop ?? 0);
  if (after - before < (steps * 120) / 2) throw new Error(`it scrolled ${after - before} px only`);
  return frames;
}
