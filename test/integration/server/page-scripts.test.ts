import { describe, expect, it } from 'vitest';
import { pageScripts } from '../../support/page-scripts.ts';

const most = 180_000;

describe('the scripts a page begins with', async () => {
  const pages = await pageScripts();

  it('are known of every page', () => {
    const paths = pages.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['/', '/inbox', '/cases/:id', '/sign-in', '/settings/roles']),
    );
    // What only answers other pages is none.
    expect(paths).not.toContain('/inbox/part');
  });

  it.each(pages)('are less than 180 kB compressed on $path', ({ bytes, files }) => {
    expect(files.length).toBeGreaterThan(5);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(most);
  });
});
