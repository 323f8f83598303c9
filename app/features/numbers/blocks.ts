/** What happened on one day, as the API counts it. */
export interface DayCounts {
  readonly day: string;
  readonly submitted: number;
  readonly closed: number;
  readonly breached: number;
}

/** Days that are drawn as one, both ends inclusive. */
export interface Block extends Omit<DayCounts, 'day'> {
  readonly from: string;
  readonly to: string;
}

const dayMs = 86_400_000;
const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The day so many days before another, by name. */
export function daysBefore(day: string, count: number): string {
  return dayAt(Date.parse(day) - count * dayMs);
}

/** A range of days cut into blocks that end with it: single days up to two weeks, weeks up to a hundred days, else four weeks. Days without anything count nothing. */
export function blocksOf({ from, to }: Pick<Block, 'from' | 'to'>, days: readonly DayCounts[]): Block[] {
  const length = Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
  const step = length <= 14 ? 1 : length <= 100 ? 7 : 28;
  const blocks: Block[] = [];
  for (let end = to; end >= from; end = daysBefore(end, step)) {
    const begin = daysBefore(end, step - 1);
    const first = begin < from ? from : begin;
    const within = days.filter(({ day }) => day >= first && day <= end);
    const sum = (name: 'submitted' | 'closed' | 'breached'): number =>
      within.reduce((total, day) => total + day[name], 0);
    blocks.unshift({
      from: first,
      to: end,
      submitted: sum('submitted'),
      closed: sum('closed'),
      breached: sum('breached'),
    });
  }
  return blocks;
}
