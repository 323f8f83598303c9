import type { Health } from '../../../server/use-cases/health/health-of.ts';
import { span, timesIn } from '../../lib/times.server.ts';

/** How the installation is doing, as the API answers it. */
export type AnsweredHealth = Health;

/** One thing that has to work. */
export interface HealthLine {
  readonly id: string;
  readonly title: string;
  readonly tone: 'fine' | 'soon' | 'breached';
  readonly means: string;
  /** What to do; null where there is nothing to do. */
  readonly todo: string | null;
  readonly to: { readonly address: string; readonly label: string } | null;
}

/** Something that is so and needs no mark. */
export interface HealthFact {
  readonly label: string;
  readonly value: string;
  readonly exact?: string;
}

const minute = 60_000;
const countedAtMost = 1_000;
const count = new Intl.NumberFormat('en-GB');

type Tone = HealthLine['tone'];
type Said = Pick<HealthLine, 'tone' | 'means'> & Partial<Pick<HealthLine, 'todo' | 'to'>>;

const line = (id: string, title: string, { tone, means, todo = null, to = null }: Said): HealthLine => ({
  ...{ id, title, tone, means, todo, to },
});

const fine = (means: string): Said => ({ tone: 'fine', means });
const unknown: Said = {
  tone: 'breached',
  means: 'It cannot be told now: the store did not answer.',
  todo: 'Look at the store first; this line comes back with it.',
};

/** Health in plain words: each line says what it means, and what to do where something is to be done. */
export function healthLines(health: AnsweredHealth, zone: string) {
  const lines = [
    line('store', 'Store', storeWords(health)),
    line('queue', 'Work in the background', queueWords(health)),
    line('waiting', 'Work that is due', waitingWords(health)),
    line('stopped', 'Stopped work', stoppedWords(health)),
    line('clock', 'Clock', clockWords(health)),
    line('mail', 'E-mail', mailWords(health)),
    line('disk', 'Disk', diskWords(health)),
    line('log', 'Decision log', logWords(health, zone)),
  ];
  return { verdict: verdictOf(lines), lines, facts: factsOf(health, zone) };
}

function verdictOf(lines: readonly HealthLine[]): { readonly title: string; readonly lead: string } {
  const of = (tone: Tone): number => lines.filter((one) => one.tone === tone).length;
  const lead = 'What has to work, looked at a moment ago. Load the page again to look once more.';
  if (of('breached') > 0)
    return {
      title:
        of('breached') === 1 ? 'One thing needs somebody now' : `${of('breached')} things need somebody now`,
      lead,
    };
  if (of('soon') > 0)
    return {
      title:
        of('soon') === 1
          ? 'All works; look at one thing soon'
          : `All works; look at ${of('soon')} things soon`,
      lead,
    };
  return { title: 'Everything works', lead };
}

function storeWords({ problems, queueProblem, engine }: AnsweredHealth): Said {
  const own = problems.filter((problem) => problem !== queueProblem);
  if (own.length > 0)
    return {
      tone: 'breached',
      means: own.join(' '),
      todo: 'Until this is mended, pages may be slow or fail. What was acknowledged before is kept.',
    };
  return fine(
    engine === 'embedded'
      ? 'Answers. It is the built-in store, in this server’s data directory.'
      : 'Answers. It is MongoDB, shared by every process.',
  );
}

function queueWords({ queue, queueProblem }: AnsweredHealth): Said {
  if (queueProblem !== null)
    return {
      tone: 'breached',
      means: queueProblem,
      todo: 'Nothing is lost: the store keeps every piece of work.',
    };
  return fine(
    queue === 'redis'
      ? 'Redis tells the processes of new work at once; what it misses is found within seconds.'
      : 'This process does it itself; nothing else has to run.',
  );
}

function waitingWords({ due, at }: AnsweredHealth): Said {
  if (due === null) return unknown;
  const { oldestAt } = due;
  if (oldestAt === null || due.count === 0) return fine('Nothing waits.');
  const late = at - oldestAt;
  const many =
    due.count >= countedAtMost ? `${count.format(countedAtMost)} or more` : count.format(due.count);
  const means = `${many} ${due.count === 1 ? 'thing is' : 'things are'} due, the oldest for ${span(late)}.`;
  if (late < minute) return fine(means);
  return {
    tone: late < 10 * minute ? 'soon' : 'breached',
    means,
    todo:
      late < 10 * minute
        ? 'It is being worked off more slowly than it comes. Look again in a few minutes.'
        : 'See that a process that does background work runs, and read its log for errors.',
  };
}

function stoppedWords({ quarantined }: AnsweredHealth): Said {
  if (quarantined === null) return unknown;
  if (quarantined === 0) return fine('None: every notice, delivery and decision went through.');
  return {
    tone: 'breached',
    means: `${quarantined >= countedAtMost ? `${count.format(countedAtMost)} or more` : count.format(quarantined)} ${quarantined === 1 ? 'case or connection has' : 'cases or connections have'} work that failed for good.`,
    todo: 'Read why, mend that, and let it try again. Nothing is lost meanwhile.',
    to: { address: '/settings/effects', label: 'Look at stopped work' },
  };
}

function clockWords({ skewMs }: AnsweredHealth): Said {
  if (skewMs === null) return unknown;
  const off = Math.abs(Math.round(skewMs));
  if (off < 500) return fine('Agrees with the store.');
  return {
    tone: off < 2_000 ? 'soon' : 'breached',
    means: `This server’s clock is ${count.format(off)} milliseconds ${skewMs > 0 ? 'ahead of' : 'behind'} the store’s.`,
    todo: 'Let the machine set its clock by the network. Due times follow the store meanwhile.',
  };
}

const mailWords = ({ mailFrom }: AnsweredHealth): Said =>
  mailFrom === null
    ? {
        tone: 'soon',
        means: 'Not set up: nobody gets a notice by e-mail; they see what waits for them here.',
        todo: 'Give the server the address of a mail server (SMTP_URL) and start it again.',
      }
    : fine(`Notices are sent from ${mailFrom}.`);

function diskWords({ disk, engine }: AnsweredHealth): Said {
  if (disk === null)
    return engine === 'mongo' ? fine('The store is on other machines; look there.') : unknown;
  const share = disk.free / Math.max(1, disk.total);
  const means = `${size(disk.free)} of ${size(disk.total)} are free.`;
  if (share >= 0.15 && disk.free > 2e9) return fine(means);
  return {
    tone: share >= 0.05 && disk.free > 5e8 ? 'soon' : 'breached',
    means,
    todo: 'Make room or move the data directory. When the disk is full, nothing can be submitted or decided.',
  };
}

function logWords({ log, at }: AnsweredHealth, zone: string): Said {
  if (log === null) return unknown;
  const { end, checkpoint } = log;
  if (end === 0) return fine('Empty so far.');
  const to = { address: '/log/verify', label: 'How to verify it' };
  if (checkpoint === null)
    return { ...fine(`${events(end)}; the first checkpoint is signed within minutes.`), to };
  const behind = end - checkpoint.size;
  const age = at - checkpoint.at;
  const means = `${events(end)}. A checkpoint over ${behind === 0 ? 'all of them' : `${count.format(checkpoint.size)} of them`} was signed ${timesIn(zone, at).when(checkpoint.at).words}.`;
  if (behind === 0 || age < 30 * minute) return { ...fine(means), to };
  return {
    tone: 'soon',
    means,
    todo: 'Checkpoints come every ten minutes where there is something new. See that a process that does background work runs.',
    to,
  };
}

const processes = {
  all: 'Serves people and does background work',
  web: 'Serves people; others do background work',
  worker: 'Does background work only',
} as const;

function factsOf({ version, process, startedAt, engine, at }: AnsweredHealth, zone: string): HealthFact[] {
  const started = timesIn(zone, at).when(startedAt);
  return [
    { label: 'Version', value: version },
    { label: 'This process', value: processes[process] },
    { label: 'Store', value: engine === 'embedded' ? 'Built in' : 'MongoDB' },
    { label: 'Running since', value: `${started.words} (${span(at - startedAt)})`, exact: started.exact },
  ];
}

const units = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

const events = (end: number): string => (end === 1 ? '1 event' : `${count.format(end)} events`);

/** A size to two digits: `4.2 GB`. */
function size(bytes: number): string {
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const shown = bytes / 1_000 ** power;
  return `${shown < 10 && power > 0 ? shown.toFixed(1) : Math.round(shown)} ${units[power]}`;
}
