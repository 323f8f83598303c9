import type { AskAnswer } from '../../../server/http/core/call-endpoint.ts';
import { refusedOf, whoever } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { timeChosen } from '../../lib/later.server.ts';
import { mentionedIn } from '../../lib/mentioned-in.server.ts';
import { editAnswers, isEdit } from './edit-answers.server.ts';
import type { NotDone } from './not-done.ts';

/** The command of an action: which endpoint, with what, on which rev. */
interface Command {
  readonly operationId: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Refused when the case moved since it was seen. */
  readonly guarded?: true;
}

const field = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
};

const given = (name: string, value: string): Record<string, string> =>
  value === '' ? {} : { [name]: value };

/** What a posted action commands, times read by the zone of whoever posted it; undefined when there is no such action. */
function commandOf(deed: string, form: FormData, zone: string): Command | undefined {
  const text = field(form, 'text');
  const person = field(form, 'person');
  const step = /^step:(.+)$/.exec(deed)?.[1];
  if (step !== undefined)
    return { operationId: 'takeTransition', body: { transition: step, comment: text }, guarded: true };
  switch (deed) {
    case 'approve':
    case 'reject':
    case 'return':
      return {
        operationId: 'decideOnCase',
        body: {
          decision: deed,
          basis: field(form, 'basis'),
          comment: text,
          ...given('gate', field(form, 'gate')),
        },
      };
    case 'ask':
      return {
        operationId: 'decideOnCase',
        body: { decision: 'ask', question: text, ...given('to', person) },
      };
    case 'answer':
      return { operationId: 'answerQuestion', body: { answer: text, ...given('ask', field(form, 'ask')) } };
    case 'retract':
      return { operationId: 'retractDecision', body: {} };
    case 'assign':
      return { operationId: 'assignCase', body: { action: 'assign', to: person, reason: text } };
    case 'claim':
    case 'accept':
      return { operationId: 'assignCase', body: { action: deed } };
    case 'release':
    case 'decline':
      return { operationId: 'assignCase', body: { action: deed, reason: text } };
    case 'escalate':
      return { operationId: 'escalateCase', body: { reason: text } };
    case 'reroute':
      return { operationId: 'rerouteCase', body: { reason: text } };
    case 'withdraw':
      return { operationId: 'withdrawCase', body: { reason: text } };
    case 'priority':
      return { operationId: 'setPriority', body: { value: Number(field(form, 'priority')), reason: text } };
    case 'attach':
      return { operationId: 'attachFile', body: { attachment: field(form, 'attachment') } };
    case 'snooze': {
      const until = timeChosen(field(form, 'until'), field(form, 'day'), field(form, 'time'), zone);
      return { operationId: 'snoozeCase', body: { until } };
    }
    case 'wake':
      return { operationId: 'wakeCase', body: {} };
    case 'watch':
      return { operationId: 'watchCase', body: {} };
    case 'unwatch':
      return { operationId: 'unwatchCase', body: {} };
    case 'comment':
      return {
        operationId: 'commentOnCase',
        body: { text, visibility: field(form, 'visibility') === 'internal' ? 'internal' : 'public' },
      };
    default:
      return undefined;
  }
}

/** Whom the writer chose from those offered. */
const chosenIn = (form: FormData): string[] => form.getAll('mentions').map(String);

/** Carries out what was posted on a case; answers why not when it was refused. */
export async function carryOut(
  context: Pick<AppContext, 'api' | 'person'>,
  id: string,
  form: FormData,
): Promise<{ readonly deed: string; readonly refusal: NotDone | null }> {
  if (isEdit(form)) return { deed: 'edit', refusal: await editAnswers(context, id, form) };
  const deed = field(form, 'deed');
  const isUndo = field(form, 'undo') !== '';
  const command = commandOf(deed, form, whoever(context).zone);
  if (command === undefined) throw new Response(null, { status: 400 });
  const mentions =
    deed === 'comment' ? { mentions: await mentionedIn(context, field(form, 'text'), chosenIn(form)) } : {};
  const answer = await context.api(command.operationId, {
    params: { id },
    body: { ...command.body, ...mentions },
    key: field(form, 'key'),
    ...((command.guarded === true || isUndo) && { seen: Number(field(form, 'rev')) }),
  });
  return { deed: isUndo ? 'undo' : deed, refusal: answer.ok ? null : notDone(deed, answer, form) };
}

function notDone(deed: string, answer: Extract<AskAnswer<unknown>, { ok: false }>, form: FormData): NotDone {
  const names = ['text', 'person', 'priority', 'gate', 'visibility', 'seen', 'until', 'day', 'time'];
  const typed = Object.fromEntries(names.map((name) => [name, field(form, name)]));
  return { deed, refused: refusedOf(answer), changed: changedIn(answer.data), typed };
}

interface Difference {
  readonly version: boolean;
  readonly fields: readonly { readonly field: string; readonly change: string }[];
  readonly attachments: { readonly added: readonly string[]; readonly removed: readonly string[] };
}

/** What moved of the basis of a decision, as ids of fields and counts of files. */
function changedIn(data: Readonly<Record<string, unknown>>): string[] {
  const difference = data['difference'] as Difference | null | undefined;
  if (difference === null || difference === undefined) return [];
  const { added, removed } = difference.attachments;
  return [
    ...difference.fields.map(({ field: id, change }) => `${id}:${change}`),
    ...(added.length > 0 ? [`files:${added.length} added`] : []),
    ...(removed.length > 0 ? [`files:${removed.length} removed`] : []),
  ];
}
