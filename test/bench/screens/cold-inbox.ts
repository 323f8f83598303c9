import { middleOf, type Row, rowOf } from './row.ts';
import type { Stage } from './stage.ts';

const times = 11;

/** From asking for the inbox with nothing in the cache until it is painted, and until it has answered a key. */
export async function coldInbox(stage: Stage): Promise<Row[]> {
  const [inbox, empty]: [Cold[], Cold[]] = [[], []];
  for (let i = 0; i < times; i++) {
    inbox.push(await cold(stage, 'bo', `${stage.origin}/inbox`));
    empty.push(await cold(stage, null, stage.empty.origin));
  }
  const [first] = inbox;
  const answered = (some: readonly Cold[]): number[] => some.map((one) => one.answered);
  return [
    rowOf('inbox, cold: its first key answered', answered(inbox), { aim: '< 1,000', empty: answered(empty) }),
    rowOf(
      'inbox, cold: the list painted',
      inbox.map(({ painted }) => painted),
      { aim: '–', empty: empty.map(({ painted }) => painted) },
    ),
    rowOf('the same, the first since the start: a key answered', [first?.answered ?? Number.NaN], {
      aim: '–',
    }),
    rowOf(
      'inbox, cold: scripts, compressed',
      inbox.map(({ scripts }) => scripts / 1_000),
      { unit: 'kB', aim: '< 180' },
    ),
    rowOf(
      'inbox, cold: its text, compressed',
      inbox.map(({ text }) => text / 1_000),
      { unit: 'kB', aim: '–' },
    ),
    rowOf(
      'inbox, cold: until its text is whole',
      inbox.map(({ whole }) => whole),
      { aim: '–', empty: [middleOf(empty.map(({ whole }) => whole))] },
    ),
  ];
}

interface Cold {
  readonly painted: number;
  readonly answered: number;
  readonly scripts: number;
  readonly text: number;
  readonly whole: number;
}

async function cold(stage: Stage, person: string | null, address: string): Promise<Cold> {
  const context = await stage.open(person, { pressing: true });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.signalboxBench.answered > 0);
  const found = await page.evaluate(() => {
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const [own] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return {
      painted: window.signalboxBench.painted,
      answered: window.signalboxBench.answered,
      scripts: resources
        .filter(({ name }) => name.endsWith('.js'))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      text: own?.encodedBodySize ?? 0,
      whole: own?.responseEnd ?? 0,
    };
  });
  await context.close();
  return found;
}
