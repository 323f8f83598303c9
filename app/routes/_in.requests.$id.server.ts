import { randomUUID } from 'node:crypto';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import type { Form } from '../../domain/form/form-schema.ts';
import type { PathStation } from '../../server/use-cases/case/case-path.ts';
import { stationsOf } from '../features/requests/stations-of.server.ts';
import { talkOf } from '../features/requests/talk-of.server.ts';
import { type Case, clocksOf, whatIsAsked, whoHasIt } from '../features/requests/tracker-words.server.ts';
import { must, refusalIn, whoever } from '../lib/api.server.ts';
import { mentionedIn } from '../lib/mentioned-in.server.ts';
import { shownValues } from '../lib/shown-values.server.ts';
import { timesIn } from '../lib/times.server.ts';

/** Where a request stands, for whoever made it; everybody else is led to the case. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { id: me, zone } = whoever(context);
  const about = { params: { id: params['id'] ?? '' } };
  const shown = await must<Case>(context, 'getCase', about);
  if (shown.requester !== me && shown.behalf !== me) throw redirect(`/cases/${shown.id}`);
  const [form, path] = await Promise.all([
    must<Form>(context, 'getCaseForm', about),
    must<{ readonly items: readonly PathStation[] }>(context, 'getCasePath', about),
  ]);
  const times = timesIn(zone);
  const asked = new URL(request.url).searchParams;
  const question = shown.asks.find(({ answeredAt, to }) => answeredAt === null && to === me);
  const deed = (id: string) => shown.actions.deeds.find((one) => one.id === id);
  return {
    id: shown.id,
    me,
    number: shown.number,
    title: shown.title,
    type: shown.type,
    state: shown.state,
    routing: shown.open && shown.placement.kind === 'undecided',
    sentence: whoHasIt(shown, times),
    asked: whatIsAsked(shown, me, times),
    stations: stationsOf(path.items, shown, times),
    clocks: clocksOf(shown, times),
    next: shown.open ? shown.next : null,
    sections: await shownValues(context, form, shown),
    loose: shown.attachments.filter(({ field }) => field === null).map(({ name, link }) => ({ name, link })),
    talk: talkOf(shown, me, times),
    question: question === undefined ? null : { id: question.id, text: question.question },
    comment: may(deed('comment')),
    attach: may(deed('attach')),
    withdraw: may(deed('withdraw')),
    keys: { answer: randomUUID(), comment: randomUUID(), withdraw: randomUUID(), attach: randomUUID() },
    sent: asked.get('sent'),
    done: asked.get('done'),
  };
}

const may = (deed: Case['actions']['deeds'][number] | undefined) => ({
  enabled: deed?.enabled === true,
  whyNot: deed?.whyNot?.message ?? null,
});

const operations = {
  answer: 'answerQuestion',
  comment: 'commentOnCase',
  withdraw: 'withdrawCase',
  attach: 'attachFile',
} as const;
type Intent = keyof typeof operations;

/** Answers, comments, attaches or withdraws; what was refused comes back with what was typed. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  whoever(context);
  const posted = await request.formData();
  const text = (name: string): string => {
    const value = posted.get(name);
    return typeof value === 'string' ? value : '';
  };
  const intent = (Object.keys(operations) as Intent[]).find((one) => one === text('_intent'));
  if (intent === undefined) throw new Response(null, { status: 400 });
  const id = params['id'] ?? '';
  const bodies: { readonly [I in Intent]: object } = {
    answer: { answer: text('text'), ask: text('ask') },
    comment: {
      text: text('text'),
      visibility: 'public',
      mentions:
        intent === 'comment'
          ? await mentionedIn(context, text('text'), posted.getAll('mentions').map(String))
          : [],
    },
    withdraw: { reason: text('text') },
    attach: { attachment: text('attachment') },
  };
  const answer = await context.api(operations[intent], {
    params: { id },
    body: bodies[intent],
    key: text('_key'),
  });
  const refused = refusalIn(answer);
  if (refused === undefined) throw redirect(`/requests/${id}?done=${intent}.${randomUUID()}`);
  return { intent, text: text('text'), refused };
}
