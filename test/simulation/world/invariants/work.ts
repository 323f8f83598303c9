import { isDeepStrictEqual } from 'node:util';
import type { WorkRow } from '../../../../server/ports/work.ts';
import { workRowsOf } from '../../../../server/use-cases/lists/project-work.ts';
import type { Everything } from './everything.ts';

const most = 10_000;

/** The part of invariants 5 and 16 that inboxes show, at rest: their rows are the open tasks of the cases, neither more nor fewer. */
export async function workViolations({ store, cases, people }: Everything): Promise<string[]> {
  const wanted = cases.flatMap(({ _id, state }) => workRowsOf(_id, state));
  // Whoever had something to handle once may have been left a row.
  const lists = new Set([...wanted.map(({ list }) => list), ...people.map(({ _id }) => `handle:${_id}`)]);
  const found: WorkRow[] = [];
  for (const list of lists) found.push(...(await store.work.range(list, null, most)));
  const shown = new Map(found.map((row) => [row._id, row]));
  const right = new Map(wanted.map((row) => [row._id, row]));
  return [
    ...wanted
      .filter((row) => !isDeepStrictEqual(shown.get(row._id), row))
      .map((row) => `at rest no inbox shows ${row._id} as it is`),
    ...found.filter((row) => !right.has(row._id)).map((row) => `at rest an inbox still shows ${row._id}`),
  ];
}
