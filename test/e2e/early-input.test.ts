import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser } from '../support/browser.ts';
import { type DemoInBrowser, openDemoInBrowser } from '../support/demo-in-browser.ts';

/** Does something to the page at the first moment at which the scripts listen, before they have taken it over. */
function actEarly(kind: 'keydown' | 'click'): void {
  const listens = () => Object.keys(document).some((key) => key.startsWith('_reactListening'));
  const again = new MessageChannel();
  again.port1.onmessage = () => {
    if (!listens()) {
      again.port2.postMessage(null);
      return;
    }
    document.documentElement.dataset['acted'] = kind;
    const how = { bubbles: true, cancelable: true };
    document.body.dispatchEvent(
      kind === 'click'
        ? new MouseEvent('click', how)
        : new KeyboardEvent('keydown', { ...how, key: 'Shift' }),
    );
  };
  again.port2.postMessage(null);
}

describeWithBrowser('a page that somebody uses before it is awake, in a browser', () => {
  let demo: DemoInBrowser;
  beforeAll(async () => {
    demo = await openDemoInBrowser();
  }, 300_000);
  afterAll(() => demo.close());

  it.each(['keydown', 'click'] as const)(
    'wakes all the same after a %s',
    async (kind) => {
      const { context, page } = await demo.signIn('handler');
      await context.addInitScript('globalThis.__name = (named) => named;');
      await context.addInitScript(actEarly, kind);
      await page.goto('/inbox');
      await expect.poll(() => page.evaluate(() => document.documentElement.dataset['acted'])).toBe(kind);
      await expect
        .poll(async () => {
          await page.keyboard.press('j');
          return page.evaluate(() => document.activeElement?.matches('a[data-row]'));
        })
        .toBe(true);
      await context.close();
      expect(demo.complaints).toEqual([]);
    },
    60_000,
  );
});
