import type { Page } from 'playwright-core';
import type { Until } from './in-page.ts';
import { type Row, rowOf } from './row.ts';
import type { Stage } from './stage.ts';

const times = 15;
const aim = { aim: '< 150' };

/** From a click or a key to the paint of another case, by every way there is. */
export async function betweenCases(stage: Stage): Promise<Row[]> {
  const context = await stage.open('buyer-0');
  const page = await context.newPage();
  const bare = await context.newPage();
  await bare.goto(stage.empty.origin);
  const [straight, pointed, back, empty]: number[][] = [[], [], [], []];
  for (let i = 0; i < times; i++) {
    await bare.bringToFront();
    empty?.push(await clicked(bare, 'a'));
    await page.bringToFront();
    await openInbox(page, stage.origin);
    // Scripts of the page of a case are there after the first time.
    straight?.push(await clicked(page, rowAt(i)));
    await rest(page);
    back?.push(await clicked(page, 'main header a[href="/inbox"]'));
    await rest(page);
    await page.hover(rowAt(i + 1));
    await page.waitForTimeout(300);
    pointed?.push(await clicked(page, rowAt(i + 1)));
    await rest(page);
  }
  const [behind, peeked] = [await byBracket(page, stage.origin), await byPeek(page, stage.origin)];
  await context.close();
  return [
    rowOf('click on a case in the inbox → its page', straight ?? [], { ...aim, empty: empty ?? [] }),
    rowOf('the same, pointed at before', pointed ?? [], aim),
    rowOf('click on Inbox in a case → the inbox', back ?? [], aim),
    rowOf('] on a case → the next one', behind, aim),
    rowOf('space on a row → the case beside the list, whole', peeked.whole, aim),
    rowOf('space on a row → its place beside the list', peeked.place, { aim: '< 50' }),
  ];
}

const rowAt = (i: number): string => `tbody:nth-of-type(2) tr:nth-child(${1 + (i % 9)}) a[data-row]`;

async function openInbox(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/inbox`);
  await awake(page);
  await rest(page);
}

/** What one click costs is over before the next. */
const rest = (page: Page): Promise<void> => page.waitForTimeout(250);

/** React has taken the page over. */
export async function awake(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const row = document.querySelector('a[data-row]');
    return row !== null && Object.keys(row).some((key) => key.startsWith('__reactProps'));
  });
}

/** From a click to the paint of another heading. */
async function clicked(page: Page, what: string): Promise<number> {
  const place = await page.locator(what).first().boundingBox();
  if (place === null) throw new Error(`there is no ${what} to click on`);
  await page.evaluate(() => {
    const heading = document.querySelector('h1')?.textContent ?? '';
    window.signalboxBench.await('click', { heading });
  });
  await page.mouse.click(place.x + Math.min(30, place.width / 2), place.y + place.height / 2);
  return page.evaluate(() => window.signalboxBench.awaited);
}

/** From a key to the paint of what it leads to. */
export async function pressed(page: Page, key: string, until: Until): Promise<number> {
  await page.evaluate((what) => window.signalboxBench.await('keydown', what), until);
  await page.keyboard.press(key);
  return page.evaluate(() => window.signalboxBench.awaited);
}

async function byBracket(page: Page, origin: string): Promise<number[]> {
  const found: number[] = [];
  for (let round = 0; round < 3; round++) {
    await openInbox(page, origin);
    await clicked(page, rowAt(0));
    for (let i = 0; i < 6; i++) {
      await rest(page);
      const heading = await page.locator('h1').innerText();
      found.push(await pressed(page, ']', { heading }));
    }
  }
  return found;
}

/** Another case beside the list each time, by `j` and space; first its place, then all of it. */
async function byPeek(page: Page, origin: string) {
  const [whole, place]: [number[], number[]] = [[], []];
  const busy = 'aside[aria-busy="true"]';
  for (const [found, present, absent] of [
    [whole, 'aside[aria-labelledby="peek-title"]', busy],
    [place, 'aside[aria-labelledby="peek-title"]', undefined],
  ] as const) {
    await openInbox(page, origin);
    for (let i = 0; i < 9; i++) {
      await page.keyboard.press('j');
      await rest(page);
      const id = await page.evaluate(() => document.activeElement?.getAttribute('data-row') ?? '');
      // The bar of the case holds its address once it is there.
      const shown =
        absent === undefined ? `tr[data-current] a[data-row="${id}"]` : `aside a[href="/cases/${id}"]`;
      found.push(await pressed(page, ' ', { present: shown, ...(absent === undefined ? {} : { absent }) }));
      await rest(page);
    }
    await page.waitForSelector(present);
  }
  return { whole, place };
}
