import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDefinitionYaml } from '../../domain/definition/definition-yaml.ts';
import { demoPools, demoTeams } from '../../server/demo/company/teams.ts';
import { readGallery } from '../../server/use-cases/definition/gallery.ts';
import { describeWithBrowser } from '../support/browser.ts';
import { type DemoInBrowser, openDemoInBrowser } from '../support/demo-in-browser.ts';

const types = ['refund', 'vendor-onboarding', 'access-request', 'customer-issue', 'sales-enquiry'] as const;
/** How many cases of each type are read as each reader. */
const perType = 3;

/** Ids below a part of a definition that has words of its own; those of tests are nobody's to read. */
function idsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(idsIn);
  if (typeof part !== 'object' || part === null) return [];
  const entries = Object.entries(part).filter(([key]) => key !== 'tests');
  const id: unknown = Reflect.get(part, 'id');
  return [...(typeof id === 'string' ? [id] : []), ...entries.flatMap(([, below]) => idsIn(below))];
}

/** What people read on a page: its texts, without what scripts, pictures and fields hold. */
const linesOf = (html: string): string[] =>
  html
    .replaceAll(/<(script|style|svg|textarea|datalist)\b[\s\S]*?<\/\1>/g, ' ')
    .split(/<[^>]+>/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A word with no capital, joined by a line below; in addresses and file names it is what it has to be. */
const snake = /(?<![\w./@-])[a-z]+(_[a-z0-9]+)+(?![\w/.-])/;

describeWithBrowser('the words of the pages, in the demo', () => {
  let demo: DemoInBrowser;
  let codes: RegExp;
  beforeAll(async () => {
    demo = await openDemoInBrowser();
    const documents = await Promise.all(
      types.map(async (slug) => readDefinitionYaml(await readGallery(slug))),
    );
    const ids = [...documents.flatMap(idsIn), ...[...demoPools, ...demoTeams].map(({ id }) => id)];
    // An id of one plain word cannot be told from the word.
    const coded = [...new Set(ids)].filter((id) => /[-_]/.test(id)).concat(['emea', 'apac', 'sev1', 'sev2']);
    codes = new RegExp(`(?<![\\w./@-])(${coded.join('|')})(?![\\w@-]|\\.[a-z])`);
  }, 300_000);
  afterAll(() => demo.close());

  it.each(['requester', 'handler', 'approver', 'auditor'])(
    'are no ids for the %s',
    async (name) => {
      const { context } = await demo.signIn(name);
      const { token } = demo.persona(name);
      const answer = await fetch(`${demo.product.origin}/api/v1/cases?limit=200`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const { items } = (await answer.json()) as {
        readonly items: readonly { readonly id: string; readonly type: string }[];
      };
      const cases = types.flatMap((type) => items.filter((one) => one.type === type).slice(0, perType));
      const pages = [
        '/',
        '/inbox',
        '/inbox?view=team',
        '/inbox?view=approvals',
        '/requests',
        '/catalogue',
        '/cases',
      ];
      const places = name === 'auditor' ? ['/log', '/numbers'] : [];
      const paths = cases.flatMap(({ id }) => [
        `/cases/${id}?why=1`,
        ...(name === 'requester' ? [`/requests/${id}`] : []),
      ]);
      const found: string[] = [];
      for (const path of [...pages, ...places, ...paths]) {
        const response = await context.request.get(path);
        if (!response.ok()) continue;
        for (const line of linesOf(await response.text()))
          if (codes.test(line) || snake.test(line)) found.push(`${path}: ${line.slice(0, 200)}`);
      }
      expect(cases.length).toBeGreaterThan(0);
      expect(found).toEqual([]);
      await context.close();
    },
    180_000,
  );
});
