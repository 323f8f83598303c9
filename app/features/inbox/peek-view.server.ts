import type { Form } from '../../../domain/form/form-schema.ts';
import type { caseBody } from '../../../server/http/routes/case-view.ts';
import { maybe, whoever } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { shownValues } from '../../lib/shown-values.server.ts';
import { signNext } from '../../lib/sign-next.ts';
import { type Times, timesIn } from '../../lib/times.server.ts';
import { withoutType } from '../../lib/without-type.ts';
import type { Station } from '../../ui/line.tsx';

type Answer = ReturnType<typeof caseBody>;

interface Path {
  readonly items: readonly {
    readonly state: string;
    readonly title: string;
    readonly at: 'passed' | 'here' | 'ahead';
    readonly since: number | null;
  }[];
}

/** A case beside the list: what is asked, its line, what was submitted, the last words; null when it is not there. */
export async function peekView(context: Pick<AppContext, 'api' | 'person'>, id: string) {
  const person = whoever(context);
  const ask = { params: { id } };
  const [answer, form, path] = await Promise.all([
    maybe<Answer>(context, 'getCase', ask),
    maybe<Form>(context, 'getCaseForm', ask),
    maybe<Path>(context, 'getCasePath', ask),
  ]);
  if (answer === null || form === null || path === null) return null;
  const times = timesIn(person.zone);
  const last = answer.comments.at(-1);
  const open = signNext(answer);
  const name = (person_: string) => answer.people[person_] ?? 'Somebody who left';
  const allowed = new Set(answer.actions.deeds.filter(({ enabled }) => enabled).map((deed) => deed.id));
  return {
    id,
    number: answer.number,
    typeTitle: answer.type.title,
    title: withoutType(answer.title, answer.type.title),
    state: answer.state,
    due: dueOf(answer, times),
    ask: open === undefined ? answer.next : `Sign “${open.title}”, or reject it.`,
    reason: open === undefined ? answer.placement.reason : open.why,
    requester: name(answer.requester),
    stations: path.items.map(
      ({ state, title, at, since }, i): Station => ({
        id: `${i}-${state}`,
        title,
        at: at === 'ahead' && i === path.items.length - 1 ? 'end' : at,
        ...(since === null ? {} : { when: times.when(since) }),
      }),
    ),
    sections: await shownValues(context, form, answer),
    last:
      last?.text === undefined
        ? null
        : {
            by: name(last.by),
            at: times.when(last.at),
            text: last.text,
            internal: last.visibility === 'internal',
          },
    acts: [
      ...(open === undefined
        ? []
        : [act('approve', 'Approve', 'check', 'a'), act('reject', 'Reject', 'x', 'r')]),
      ...(allowed.has('claim') && answer.owner !== person.id
        ? [act('claim', 'Take it', 'user', open === undefined ? 'a' : '')]
        : []),
      ...(allowed.has('ask') ? [act('ask', 'Ask', 'ask', 'i')] : []),
      ...(allowed.has('assign') ? [act('assign', 'Hand over', 'assign', 's')] : []),
    ].slice(0, 4),
  };
}

/** When it is due for the reader: their signature, where one is asked of them, else the case. */
function dueOf(answer: Answer, times: Times) {
  if (!answer.open) return null;
  const step = signNext(answer)?.step;
  return times.due(step?.dueAt ?? null, step?.left) ?? times.due(answer.dueAt, answer.left);
}

const act = (deed: string, label: string, icon: string, shortcut: string) => ({
  deed,
  label,
  icon,
  shortcut,
});

/** What the panel beside the list shows. */
export type PeekView = NonNullable<Awaited<ReturnType<typeof peekView>>>;
