import type { Form } from '../../../domain/form/form-schema.ts';
import type { DecisionRecord } from '../../../domain/routing/decision-record.ts';
import type { WhyNot } from '../../../domain/routing/why-not.ts';
import type { NamesInCase } from '../../../server/use-cases/case/names-in-case.ts';
import { maybe, must } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { routingReason } from '../../lib/routing-reason.server.ts';
import { signNext } from '../../lib/sign-next.ts';
import type { Times } from '../../lib/times.server.ts';
import type { CaseAnswer } from './case-answers.ts';
import { signWords } from './sign-words.server.ts';
import { whyNotWords } from './why-not-words.server.ts';
import { whyRecord } from './why-words.server.ts';

interface Routing {
  readonly epochs: readonly {
    readonly epoch: number;
    readonly kind: string;
    readonly at: number;
    readonly reason?: string;
    readonly record?: string;
    readonly evidence: DecisionRecord | null;
  }[];
  readonly names: NamesInCase;
}

interface About {
  readonly answer: CaseAnswer;
  readonly form: Form;
  readonly times: Times;
  readonly me: string;
  readonly shown: { readonly epoch: string | null; readonly whyNot: string | null };
}

/** The decision record of a case as the side panel shows it. */
export async function whyView(context: Pick<AppContext, 'api' | 'person'>, about: About) {
  const { answer, form, times, me, shown } = about;
  const { id } = answer;
  const { epochs, names } = await must<Routing>(context, 'getCaseRouting', {
    params: { id },
    query: { expand: 'names' },
  });
  const current = epochs.find(({ epoch }) => String(epoch) === shown.epoch) ?? epochs[0];
  if (current === undefined) return null;
  const { evidence, reason, record, at, epoch } = current;
  const wording = { names, form, me };
  const latest = epochs.find((other) => other.evidence !== null)?.epoch === epoch;
  const signs = signNext(answer) !== undefined;
  const others = (evidence?.candidates ?? []).map(({ person }) => person);
  return {
    asked: signWords(answer, me),
    epoch,
    at: times.when(at),
    reason: reason === undefined ? null : reasonIn(reason, names),
    hash: record ?? null,
    record: evidence === null ? null : whyRecord(evidence, wording),
    earlier: epochs
      .filter((other) => other.epoch !== epoch)
      .map((other) => ({
        epoch: other.epoch,
        at: times.when(other.at),
        reason: reasonIn(other.reason ?? other.kind, names),
      })),
    // Whoever is asked for a signature was never meant to be sent the case.
    whyNot: !latest
      ? null
      : signs && shown.whyNot === null
        ? { person: others[0] ?? me, title: 'Why not somebody else', lines: [] }
        : await whyNotOf(context, about, names),
    people: [...new Set(signs ? others : [me, ...others])].map((person) => ({
      id: person,
      name: person === me ? 'me' : (names.people[person] ?? person),
    })),
  };
}

const reasonIn = (reason: string, names: NamesInCase): string =>
  routingReason(reason, { ...names, fields: names.facts });

async function whyNotOf(
  context: Pick<AppContext, 'api' | 'person'>,
  { answer: { id }, form, me, shown }: About,
  names: NamesInCase,
) {
  const person = shown.whyNot ?? me;
  const answer = await maybe<WhyNot>(context, 'whyNotPerson', { params: { id, personId: person } });
  if (answer === null) return null;
  const name = person === me ? null : (names.people[person] ?? person);
  return {
    person,
    title: name === null ? 'Why not me' : `Why not ${name}`,
    lines: whyNotWords(answer, name, { names, form }),
  };
}
