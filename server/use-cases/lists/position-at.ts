import type { LogStore } from '../../ports/log.ts';

/**
 * The first position of the log whose event happened at or after an instant (epoch milliseconds), one behind the end when there is none;
 * by halving, in as many reads of one row as the length of the log has binary digits. Events of several processes may reach the log a little
 * out of order: whoever needs all of a time leaves room on both sides.
 */
export async function positionAt(log: Pick<LogStore, 'end' | 'read'>, at: number): Promise<number> {
  let low = 1;
  let high = (await log.end()) + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [row] = await log.read(middle - 1, 1);
    if (row === undefined || row.event.at >= at) high = middle;
    else low = middle + 1;
  }
  return low;
}
