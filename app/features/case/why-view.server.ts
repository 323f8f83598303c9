import type { Form } from '../../../domain/form/form-schema.ts';
import type { DecisionRecord } from '../../../domain/routing/decision-record.ts';
import type { WhyNot } from '../../../domain/routing/why-not.ts';
import type { NamesInCase } from '../../../server/use-cases/case/names-in-case.ts';
import { maybe, must } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { routingReason } from '../../lib/routing-reason.server.ts';
import type { Times } from '../../lib/times.server.ts';
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
  readonly id: string;
  readonly form: Form;
  readonly times: Times;
  readonly me: string;
  readonly shown: { readonly epoch: string | null; readonly whyNot: string | null };
}

/** The decision record of a case as the side panel shows it. */
export async function whyView(context: Pick<AppContext, 'api' | 'person'>, about: About) {
  const { id, form, times, me, shown } = about;
  const { epochs, names } = await must<Routing>(context, 'getCaseRouting', {
    params: { id },
    query: { expand: 'names' },
  });
  const current = epochs.find(({ epoch }) => String(epoch) === shown.epoch) ?? epochs[0];
  if (current === undefined) return null;
  const { evidence, reason, record, at, epoch } = current;
  const wording = { names, form, me };
  const latest = epochs.find((other) => other.evidence !== null)?.epoch === epoch;
  const others = (evidence?.candidates ?? []).map(({ person }) => person);
  return {
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
    whyNot: latest ? await whyNotOf(context, about, names) : null,
    people: [...new Set([me, ...others])].map((person) => ({
      id: person,
      name: person === me ? 'me' : (names.people[person] ?? person),
    })),
  };
}

const reasonIn = (reason: string, names: NamesInCase): string =>
  routingReason(reason, { ...names, fields: names.facts });

async function whyNotOf(
  context: Pick<AppContext, 'api' | 'person'>,
  { id, form, me, shown }: About,
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
