import { factsOfValues } from '../form/form-facts.ts';
import type { Form } from '../form/form-schema.ts';
import type { Values } from '../form/values.ts';

/** What is known of a person that conditions may read. */
export interface FactPerson {
  readonly id: string;
  readonly department: string | null;
  readonly country: string | null;
  readonly language: string | null;
  readonly title: string | null;
  readonly managerId: string | null;
  readonly zone: string;
  readonly roles: readonly string[];
  readonly groups: readonly string[];
}

/** What is known of a case without asking anybody else. */
export interface KnownSubject {
  readonly form: Form;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly values: Values;
  readonly requester: FactPerson | undefined;
  readonly behalf: FactPerson | undefined;
  readonly source: string;
  readonly scores: { readonly [id: string]: number };
  readonly proposal: {
    readonly account: string | null;
    readonly intent: string;
    readonly confidence: number;
  } | null;
  readonly priority: number;
  readonly state: string;
  readonly epoch: number;
  readonly escalation: number;
  readonly previousOwners: readonly string[];
}

/** The facts that follow from the case itself: its values, people, moment and course; what is null or undefined is missing. */
export function knownFacts(subject: KnownSubject): Record<string, unknown> {
  const { proposal } = subject;
  return {
    ...factsOfValues(subject.form, subject.values),
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
/** Every offset of a zone is a whole number of quarters of an hour, but for some long past. */
const quarterMs = 900_000;
const clockFaces = new Map<string, { readonly quarter: number; readonly facts: Record<string, unknown> }>();

/** The moment as the requester's wall clock shows it. */
function timeFacts(now: number, zone: string): Record<string, unknown> {
  const quarter = Math.floor(now / quarterMs);
  const known = clockFaces.get(zone);
  const face = known?.quarter === quarter ? known : { quarter, facts: clockFace(now, zone) };
  clockFaces.set(zone, face);
  return { 'time.now': now, ...face.facts };
}

/** Date, weekday and hour in a zone. */
function clockFace(now: number, zone: string): Record<string, unknown> {
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
    'time.today': `${parts['year']}-${parts['month']}-${parts['day']}`,
    'time.weekday': weekdays[parts['weekday'] ?? ''],
    'time.hour': Number(parts['hour']),
  };
}
