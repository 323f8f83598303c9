import type { Form } from '../../../domain/form/form-schema.ts';
import type { NamesInLog } from '../../../server/use-cases/lists/names-in-log.ts';
import { maybe } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { type ShownSection, shownValues } from '../../lib/shown-values.server.ts';
import { timesIn } from '../../lib/times.server.ts';
import { type Naming, namingFor } from './log-names.server.ts';
import { caseIn, type LogLine, linesOf } from './log-words.server.ts';
import { type Fact, type Right, rightOf, type Seat } from './right-words.server.ts';
import type { AnsweredRow } from './say.server.ts';

interface Link {
  readonly position: number;
  readonly seq: number;
  readonly hash: string;
}

/** One event with what it rests on, as the API answers it. */
interface Evidence {
  readonly row: AnsweredRow;
  readonly names: NamesInLog;
  readonly case: { readonly id: string; readonly type: string; readonly version: number } | null;
  readonly seen: {
    readonly basis: string;
    readonly version: number;
    readonly since: number;
    readonly values: Readonly<Record<string, unknown>>;
    readonly files: readonly { readonly id: string; readonly name: string; readonly digest: string }[];
    readonly withheld: number;
  } | null;
  readonly seat: Seat | null;
  readonly chain: {
    readonly before: Link | null;
    readonly after: Link | null;
    readonly fits: boolean;
    readonly checkpoint: {
      readonly size: number;
      readonly at: number;
      readonly signature: string;
      readonly key: string;
    } | null;
  };
}

/** One event as the page shows it. */
export interface LogRecordView {
  readonly position: number;
  readonly line: LogLine;
  readonly said: readonly { readonly label: string; readonly text: string }[];
  readonly seen: {
    readonly who: string;
    readonly facts: readonly Fact[];
    readonly answers: readonly ShownSection[];
    readonly files: readonly { readonly name: string; readonly digest: string }[];
    readonly withheld: number;
  } | null;
  readonly right: Right;
  readonly chain: {
    readonly links: readonly (Link & { readonly here: boolean })[];
    readonly fits: boolean;
    readonly covered: string;
    readonly key: string | null;
  };
  readonly withheld: number;
  /** Everything as it is stored, as JSON. */
  readonly stored: string;
}

/** One event of the log beside the list, wherever in the log it stands; null for one that is not there. */
export async function recordView(
  context: Pick<AppContext, 'api' | 'person'>,
  position: string,
): Promise<LogRecordView | null> {
  if (!/^[1-9]\d{0,14}$/.test(position)) return null;
  const evidence = await maybe<Evidence>(context, 'getLogEvidence', { params: { position } });
  const zone = context.person?.zone ?? 'UTC';
  const [line] = evidence === null ? [] : linesOf([evidence.row], evidence.names, zone);
  if (evidence === null || line === undefined) return null;
  const { row, names, seat, chain } = evidence;
  const name = namingFor(names, caseIn(row));
  return {
    position: row.position,
    line,
    said: saidIn(row, name),
    seen: await seenOf(context, evidence, { line, zone }),
    right: rightOf(row, { seat, of: evidence.case, name }),
    chain: chainOf(row, chain, zone),
    withheld: row.withheld.length,
    stored: JSON.stringify(row, null, 2),
  };
}

const labels: Readonly<Record<string, string>> = {
  comment: 'Comment',
  reason: 'Reason',
  question: 'Question',
  answer: 'Answer',
  text: 'Words',
  title: 'Title',
  message: 'Answered',
};

/** What people wrote with it, word for word. */
function saidIn(row: AnsweredRow, name: Naming): LogRecordView['said'] {
  return Object.entries(row.human).flatMap(([key, value]) => {
    if (typeof value === 'object' && value !== null) return [];
    const field = /^values\/(.*)$/.exec(key)?.[1];
    const label = field === undefined ? labels[key] : name.fields[field];
    return label === undefined || value === null || value === '' ? [] : [{ label, text: plain(value) }];
  });
}

const plain = (value: unknown): string => (value === true ? 'yes' : value === false ? 'no' : String(value));

async function seenOf(
  context: Pick<AppContext, 'api' | 'person'>,
  { row, case: of, seen }: Evidence,
  { line, zone }: { readonly line: LogLine; readonly zone: string },
): Promise<LogRecordView['seen']> {
  if (of === null || seen === null) return null;
  const form = await maybe<Form>(context, 'getCaseForm', { params: { id: of.id } });
  const { values, files, withheld, version, since, basis } = seen;
  const times = timesIn(zone);
  const attachments = files.map(({ id, name }) => ({ id, name, link: '' }));
  const answers = form === null ? [] : await shownValues(context, form, { values, attachments });
  return {
    who: row.actor.kind === 'person' ? line.who.name : 'they',
    facts: [
      { label: 'Answers', text: `as they stood since ${times.when(since).exact}` },
      { label: 'Form', text: `version ${version} of the request type` },
      { label: 'Everything shown, as one digest', text: short(basis), full: basis },
    ],
    answers: answers.map((section) => ({
      ...section,
      values: section.values.filter(({ kind }) => kind !== 'file'),
    })),
    files: files.map(({ name, digest }) => ({ name, digest })),
    withheld,
  };
}

/** Digests are compared by their beginning; the whole stands beside it. */
const short = (hash: string): string => `sha256 ${hash.slice(0, 4)} ${hash.slice(4, 8)}`;

function chainOf(
  { position, seq, hash }: AnsweredRow,
  { before, after, fits, checkpoint }: Evidence['chain'],
  zone: string,
): LogRecordView['chain'] {
  const count = new Intl.NumberFormat('en-GB');
  const links = [before, { position, seq, hash }, after].flatMap((link) =>
    link === null ? [] : [{ ...link, here: link.position === position }],
  );
  return {
    links,
    fits,
    covered:
      checkpoint === null
        ? 'Not yet covered by a signed checkpoint: the next is signed within ten minutes.'
        : `Inside the checkpoint of the first ${count.format(checkpoint.size)} events, signed ${timesIn(zone).when(checkpoint.at).exact}.`,
    key: checkpoint?.key ?? null,
  };
}
