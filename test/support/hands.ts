import type { Locator, Page } from 'playwright-core';

/** How somebody works a page: with a mouse, or with the keyboard alone. */
export interface Hands {
  /** Follows a link, presses a button, unfolds a summary. */
  press(what: Locator): Promise<void>;
  /** Ticks a box or chooses one of several. */
  tick(what: Locator): Promise<void>;
  /** Writes into a field, over what stands there. */
  write(what: Locator, words: string): Promise<void>;
  /** Chooses from a list by its words. */
  choose(what: Locator, words: string): Promise<void>;
}

const longestWay = 250;

/** Hands on a mouse. */
export function mouseOn(page: Page): Hands {
  return {
    press: (what) => what.click(),
    tick: (what) => what.check(),
    async write(what, words) {
      await what.click();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText(words);
    },
    async choose(what, words) {
      const option = what.locator('option').filter({ hasText: words }).first();
      await what.selectOption((await option.getAttribute('value')) ?? words);
    },
  };
}

/** Hands on a keyboard alone: everything is reached by Tab, and nothing is touched that has not the focus. */
export function keyboardOn(page: Page): Hands {
  const reach = async (what: Locator): Promise<void> => {
    await what.waitFor();
    for (let stops = 0; stops < longestWay; stops += 1) {
      if (await what.evaluate(hasFocus)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${what}`);
  };
  return {
    async press(what) {
      await reach(what);
      await page.keyboard.press('Enter');
    },
    async tick(what) {
      await reach(what);
      const isOne = (await what.getAttribute('type')) === 'radio';
      if (!(await what.isChecked())) await page.keyboard.press('Space');
      for (let steps = 0; isOne && steps < 20 && !(await what.isChecked()); steps += 1)
        await page.keyboard.press('ArrowDown');
    },
    async write(what, words) {
      await reach(what);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText(words);
    },
    async choose(what, words) {
      await reach(what);
      await page.keyboard.type(words);
    },
  };
}

/** Whether it has the focus; of several choices of one name Tab stops at one, and arrows lead on from there. */
const hasFocus = (element: Element): boolean => {
  const now = document.activeElement;
  const isOne = (one: Element | null): one is HTMLInputElement =>
    one instanceof HTMLInputElement && one.type === 'radio';
  return element === now || (isOne(element) && isOne(now) && element.name === now.name);
};
