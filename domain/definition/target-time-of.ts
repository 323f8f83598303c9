import { durationMs } from '../calendar/duration.ts';
import type { Definition } from './definition-schema.ts';
import { spanInWords } from './speaker.ts';

/** The time requests of a definition are to be finished in, by the clocks of its resolution: `2 working days`, or `5 to 20 working days`; null without one. */
export function targetTimeOf({ clocks = [] }: Pick<Definition, 'clocks'>): string | null {
  const targets = clocks.filter(({ kind }) => kind === 'resolution').flatMap((clock) => clock.targets);
  const measured = targets
    .map(({ duration }) => ({ duration, ms: durationMs(duration, { alwaysOpen: false }) }))
    .sort((one, other) => one.ms - other.ms);
  const [least, most] = [measured[0], measured.at(-1)];
  if (least === undefined || most === undefined) return null;
  if (least.ms === most.ms) return spanInWords(least.duration);
  const [from, to] = [spanInWords(least.duration), spanInWords(most.duration)];
  const [count = '', unit = ''] = from.split(/ (.*)/);
  return to.endsWith(`${unit.replace(/s$/, '')}s`) ? `${count} to ${to}` : `${from} to ${to}`;
}
