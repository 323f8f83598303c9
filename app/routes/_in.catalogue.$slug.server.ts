import { randomUUID } from 'node:crypto';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import type { Form } from '../../domain/form/form-schema.ts';
import type { TypeGate } from '../../server/use-cases/definition/type-card.ts';
import { choosableIn } from '../forms/choosable.server.ts';
import { type Entries, entriesOf } from '../forms/entries.ts';
import { formView } from '../forms/form-view.server.ts';
import {
  controlProblems,
  type FieldProblem,
  type Live,
  readLive,
  valuesToSend,
  valuesToStore,
} from '../forms/live-form.ts';
import { must, whoever } from '../lib/api.server.ts';
import type { AppContext } from '../lib/app-context.ts';
import { type ShownSection, shownValues } from '../lib/shown-values.server.ts';
import { type TypeCard, takesInWords } from '../lib/type-words.server.ts';

/** The type as `getRequestType` answers it. */
interface RequestType {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly maySubmit: boolean;
  readonly gates: readonly TypeGate[];
  readonly card: TypeCard | null;
  readonly ahead: readonly string[];
  readonly version: { readonly n: number } | null;
  readonly form: Form | null;
}

/** What a step of submitting answers: the form to go on with, or what would be sent. */
export type Submitting = {
  readonly entries: Entries;
  readonly live: Live;
  /** Distinguishes one answer from the next. */
  readonly key: string;
} & (
  | { readonly step: 'fill'; readonly problems: readonly FieldProblem[]; readonly said: string | null }
  | { readonly step: 'review'; readonly sections: readonly ShownSection[] }
);

async function openType({ context, params }: Pick<LoaderFunctionArgs, 'context' | 'params'>) {
  const type = await must<RequestType>(context, 'getRequestType', { params: { slug: params['slug'] ?? '' } });
  const { form, version } = type;
  if (form === null || version === null) throw new Response(null, { status: 404 });
  return { ...type, form, version: version.n };
}

/** The form of a request type, with what can be chosen in it. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { id, zone } = whoever(context);
  const type = await openType({ context, params });
  const { slug, title, summary, maySubmit, gates, card, ahead, version, form } = type;
  return {
    ...{ slug, title, summary, maySubmit, gates, ahead, version, form, zone },
    takes: card === null ? null : takesInWords(card),
    person: id,
    sections: formView(form, await choosableIn(context, form)),
    live: readLive(form, [], zone, gates),
  };
}

/** Looks the answers over, shows them for review, or sends them. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const posted = await request.formData();
  const intent = posted.get('_intent');
  const type = await openType({ context, params });
  const { zone } = whoever(context);
  const entries = [...entriesOf(posted), ...filesOf(posted)];
  const live = readLive(type.form, entries, zone, type.gates);
  const fill = (problems: readonly FieldProblem[], said: string | null = null): Submitting => ({
    ...{ step: 'fill', entries, live, problems, said },
    key: randomUUID(),
  });
  if (intent === 'change') return fill([]);
  if (intent === 'send') return send({ context, posted, entries, type, fill });
  if (live.problems.length > 0) return fill(live.problems);
  const attachments = filesOf(posted).map(([name, text]) => ({ id: idOfFile(name), name: text, link: '' }));
  const values = valuesToStore(type.form, entries, zone);
  const sections = await shownValues(context, type.form, { values, attachments });
  return { step: 'review', entries, live, sections, key: randomUUID() } satisfies Submitting;
}

const filePrefix = '_file.';
const idOfFile = (name: string): string => name.slice(filePrefix.length);

/** The names of the files that answers point at, under `_file.` and their ids. */
function filesOf(posted: FormData): Entries {
  return [...posted.entries()].flatMap(([name, value]) =>
    name.startsWith(filePrefix) && typeof value === 'string' ? [[name, value] as const] : [],
  );
}

interface Sending {
  readonly context: AppContext;
  readonly posted: FormData;
  readonly entries: Entries;
  readonly type: { readonly slug: string; readonly form: Form };
  readonly fill: (problems: readonly FieldProblem[], said: string | null) => Submitting;
}

/** Sends the request; the same sending twice is one request. */
async function send({ context, posted, entries, type, fill }: Sending): Promise<Submitting> {
  const { zone } = whoever(context);
  const [key, version] = [posted.get('_key'), Number(posted.get('_version'))];
  const answer = await context.api<{ readonly id: string }>('submitCase', {
    params: { slug: type.slug },
    body: {
      values: valuesToSend(type.form, entries, zone),
      source: 'form',
      ...(Number.isInteger(version) && version > 0 ? { version } : {}),
    },
    ...(typeof key === 'string' && key !== '' ? { key } : {}),
  });
  if (answer.ok) throw redirect(`/requests/${answer.body.id}?sent=${type.slug}`);
  const problems = controlProblems(type.form, entries, answer.errors);
  return fill(problems, problems.length === 0 || answer.code !== 'VALIDATION_FAILED' ? answer.detail : null);
}
