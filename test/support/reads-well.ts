import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Rules of axe that look at colours: the only ones that another scheme can change. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** What keeps somebody from reading the page as it stands, on a phone and on a desk, in light and in dark: what axe finds, and what sticks out sideways, on the narrowest phone too; empty when nothing does. */
export async function hardToRead(page: Page): Promise<string[]> {
  const before = page.viewportSize() ?? { width: 1440, height: 900 };
  const found: string[] = [];
  await page.waitForLoadState('networkidle');
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
      const { violations } = await (colorScheme === 'dark' ? axe.withRules(colourRules) : axe).analyze();
      const place = `${new URL(page.url()).pathname} at ${width} px in ${colorScheme}`;
      for (const { id, nodes } of violations)
        found.push(`${place}, ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      const tooWide = await overflowOf(page);
      if (tooWide > 0) found.push(`${place}: ${tooWide} px too wide`);
    }
  }
  await page.setViewportSize({ width: 320, height: 900 });
  const tooWide = await overflowOf(page);
  if (tooWide > 0) found.push(`${new URL(page.url()).pathname} at 320 px: ${tooWide} px too wide`);
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  await page.setViewportSize(before);
  return found;
}

/** By how much the page is wider than its window, in pixels. */
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
