import { loadavg } from 'node:os';
import { betweenCases } from './screens/between-cases.ts';
import { coldInbox } from './screens/cold-inbox.ts';
import { everyPage } from './screens/every-page.ts';
import { longList } from './screens/long-list.ts';
import { type Row, rowOf } from './screens/row.ts';
import { openStage, type Stage } from './screens/stage.ts';

const parts: Readonly<Record<string, (stage: Stage) => Promise<Row[]>>> = {
  cold: coldInbox,
  cases: betweenCases,
  list: longList,
  pages: everyPage,
};

/** How it feels in Chromium over many open cases, every twentieth of them one person's own; `SIGNALBOX_BENCH_PARTS` names some of its parts. */
export async function run(cases = 100_000): Promise<readonly Row[]> {
  const wanted = process.env['SIGNALBOX_BENCH_PARTS']?.split(',') ?? Object.keys(parts);
  const stage = await openStage(cases);
  const rows: Row[] = [];
  try {
    for (const name of wanted) {
      rows.push(machine(`before ${name}`), ...((await parts[name]?.(stage)) ?? []));
    }
    return [...rows, machine('at the end')];
  } finally {
    await stage.end();
  }
}

/** Parsing and writing 4 kB of JSON, whose time tells how busy the machine is. */
function machine(when: string): Row {
  const row = (i: number) => ({ id: `case-${i}`, title: 'Common request', at: i * 1e9, tags: ['a', 'b'] });
  const json = JSON.stringify(Array.from({ length: 55 }, (_, i) => row(i)));
  const found = Array.from({ length: 400 }, () => {
    const begun = performance.now();
    JSON.stringify(JSON.parse(json));
    return (performance.now() - begun) * 1_000;
  });
  const load = loadavg()[0]?.toFixed(1);
  return rowOf(`4 kB of JSON read and written, ${when}, load ${load}`, found, { unit: 'µs', aim: '–' });
}
