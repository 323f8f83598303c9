import type { CompiledDefinition } from '../../../domain/definition/compile-definition.ts';
import { parseOpenCasesFact } from '../../../domain/definition/standard-facts.ts';
import { type FactSet, factSet } from '../../../domain/fact/fact-set.ts';
import { factsOfValues } from '../../../domain/form/form-facts.ts';
import type { Json } from '../../../domain/hash/canonical-json.ts';
import type { AgentProposal } from '../../../domain/stream/case/case-state.ts';
import type { Store } from '../../ports/store.ts';
import type { FactPerson } from './fact-person.ts';
import type { FactProviders } from './fact-providers.ts';

/** What the facts of one case are gathered from. */
export interface FactSubject {
  readonly definition: CompiledDefinition;
  readonly now: number;
  readonly values: { readonly [field: string]: Json };
  readonly requester: FactPerson | undefined;
  readonly behalf: FactPerson | undefined;
  readonly source: string;
  readonly scores: { readonly [id: string]: number };
  readonly proposal: AgentProposal | null;
  readonly priority: number;
  readonly state: string;
  readonly epoch: number;
  readonly escalation: number;
  readonly previousOwners: readonly string[];
  /** Facts of the matched account under their full keys, once it is known. */
  readonly account: string | null;
  /** The case itself, which counts of open cases leave out. */
  readonly caseId: string | null;
}

/** The person's facts under `prefix`. */
function personFacts(prefix: string, person: FactPerson | undefined): Record<string, unknown> {
  if (person === undefined) return {};
  const { id, department, country, language, title, managerId, zone, roles, groups } = person;
  const facts = {
    id,
    department,
    country,
    language,
    title,
    manager: managerId,
    zone,
    roles: [...roles],
    groups: [...groups],
  };
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [`${prefix}.${key}`, value]));
}

const weekdays: Readonly<Record<string, number>> = { Mon: 1, Tue: 2, Wed: 3, Thu: 4, Fri: 5, Sat: 6, Sun: 7 };
const formats = new Map<string, Intl.DateTimeFormat>();

/** The moment as the requester's wall clock shows it. */
export function timeFacts(now: number, zone: string): Record<string, unknown> {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(zone, format);
  const parts = Object.fromEntries(format.formatToParts(now).map((part) => [part.type, part.value]));
  return {
    'time.now': now,
    'time.today': `${parts['year']}-${parts['month']}-${parts['day']}`,
    'time.weekday': weekdays[parts['weekday'] ?? ''],
    'time.hour': Number(parts['hour']),
  };
}

/**
 * Everything the conditions of a definition may read of a case, as it is now.
 * A provider that fails or takes too long leaves its fact missing, with the reason; nothing is ever defaulted.
 */
export async function gatherFacts(
  store: Store,
  providers: FactProviders,
  subject: FactSubject,
): Promise<FactSet> {
  const { definition, proposal } = subject;
  const values: Record<string, unknown> = {
    ...factsOfValues(definition.document.form, subject.values),
    ...personFacts('requester', subject.requester),
    ...personFacts('behalf', subject.behalf),
    ...timeFacts(subject.now, subject.requester?.zone ?? 'UTC'),
    ...Object.fromEntries(Object.entries(subject.scores).map(([id, score]) => [`score.${id}`, score])),
    source: subject.source,
    priority: subject.priority,
    'case.state': subject.state,
    'case.epoch': subject.epoch,
    'case.escalation': subject.escalation,
    'case.previous_owners': [...subject.previousOwners],
    ...(proposal === null
      ? {}
      : {
          'agent.confidence': proposal.confidence,
          'agent.intent': proposal.intent,
          'agent.account': proposal.account,
        }),
  };
  const failed: Record<string, string> = {};
  await Promise.all([
    countOpenCases(store, subject, values),
    askProviders(providers, subject, { values, failed }),
  ]);
  return factSet(values, failed);
}

const countedAtMost = 100;

async function countOpenCases(
  store: Store,
  subject: FactSubject,
  values: Record<string, unknown>,
): Promise<void> {
  const counted = [...subject.definition.catalogue.keys()].flatMap((key) => {
    const of = parseOpenCasesFact(key);
    return of === undefined ? [] : [{ key, ...of }];
  });
  await Promise.all(
    counted.map(async ({ key, type, of }) => {
      const holder =
        of === 'requester' ? (subject.behalf?.id ?? subject.requester?.id) : (subject.account ?? undefined);
      if (holder === undefined) return;
      const found = await store.aggregates.range(`open-${of}:${holder}|${type}`, null, countedAtMost);
      values[key] = found.filter(({ id }) => id !== subject.caseId).length;
    }),
  );
}

async function askProviders(
  providers: FactProviders,
  subject: FactSubject,
  into: { values: Record<string, unknown>; failed: Record<string, string> },
): Promise<void> {
  await Promise.all(
    (subject.definition.document.provided ?? []).map(async (wanted) => {
      const answer = await providers.ask(wanted, {
        values: subject.values,
        requester: subject.requester,
        behalf: subject.behalf,
        now: subject.now,
      });
      if ('failed' in answer) into.failed[wanted.id] = answer.failed;
      else into.values[wanted.id] = answer.value;
    }),
  );
}
