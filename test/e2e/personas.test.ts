import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser } from '../support/browser.ts';
import { type DemoInBrowser, openDemoInBrowser } from '../support/demo-in-browser.ts';
import { hardToRead } from '../support/reads-well.ts';

describeWithBrowser('the people of the demo, in a browser', () => {
  let demo: DemoInBrowser;
  beforeAll(async () => {
    demo = await openDemoInBrowser();
  }, 150_000);
  afterAll(() => demo.close());

  it('are changed between in the frame, with scripts and before they arrive', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { context, page } = await demo.signIn('requester', { javaScriptEnabled });
      await expect.poll(() => page.getByRole('link', { name: 'Decision log' }).count()).toBe(0);
      await page.getByText(/^Demo: you are .+, requester$/).click();
      await page.getByRole('button', { name: /auditor$/ }).click();
      await page.getByText(/^Demo: you are .+, auditor$/).waitFor();
      await page.getByRole('link', { name: 'Decision log' }).waitFor();
      await context.close();
    }
    expect(demo.complaints).toEqual([]);
  }, 60_000);

  it('are nobody else’s: who has not signed in stays out, and a made-up persona is nobody', async () => {
    const { origin } = demo.product;
    const post = (cookie: string, persona: string) =>
      fetch(`${origin}/demo/persona`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: `persona=${persona}`,
      });
    const refused = await post('', 'administrator');
    expect(refused.status).toBe(404);
    expect(refused.headers.get('set-cookie')).toBeNull();
    const { context, page } = await demo.signIn('requester');
    const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    expect((await post(cookies, 'chief')).status).toBe(404);
    await page.getByText(/^Demo: you are/).click();
    expect(await hardToRead(page)).toEqual([]);
    await context.close();
  }, 60_000);
});
