import { approverSourcesSchema } from '../approval/approver-source-schema.ts';
import { quorumSchema } from '../approval/gate-schema.ts';
import type { Condition } from '../condition/condition.ts';
import type { Json } from '../hash/canonical-json.ts';
import { priorityTableSchema } from '../routing/priority-schema.ts';
import { targetSchema } from '../routing/target-schema.ts';
import { clockSchema, escalationStepSchema } from '../sla/clock-schema.ts';
import { roleRefSchema } from '../workflow/role-ref-schema.ts';
import {
  beginInSentence,
  endInSentence,
  prioritySentences,
  stepsInSentence,
  targetsInSentence,
} from './clock-sentences.ts';
import { quorumInSentence, sourcesInSentence } from './gate-sentences.ts';
import { isJsonObject } from './operation.ts';
import { joined, type Speaker, spanInWords } from './speaker.ts';
import { targetInSentence } from './target-in-sentence.ts';
import { whoSaid } from './workflow-sentences.ts';

type Words = (say: Speaker, value: Json) => string | undefined;

/** Words of a value that a schema can read; undefined for what it cannot. */
function read<T>(
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  words: (say: Speaker, value: T) => string,
): Words {
  return (say, value) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? words(say, parsed.data) : undefined;
  };
}

const condition: Words = (say, value) =>
  isJsonObject(value) ? `“${say.condition(value as Condition)}”` : undefined;
const target = read(targetSchema, targetInSentence);
const sources = read(approverSourcesSchema, sourcesInSentence);
const role = read(roleRefSchema, (say, { role: id }) => say.role(id));

const span: Words = (say, value) => {
  if (!isJsonObject(value) || typeof value['duration'] !== 'string') return undefined;
  const calendar = typeof value['calendar'] === 'string' ? ` of ${say.calendar(value['calendar'])}` : '';
  return `${spanInWords(value['duration'])}${calendar}`;
};

const words =
  (known: Readonly<Record<string, string>>): Words =>
  (_say, value) =>
    typeof value === 'string' && Object.hasOwn(known, value) ? `“${known[value]}”` : undefined;

const one =
  (word: (say: Speaker, id: string) => string): Words =>
  (say, value) =>
    typeof value === 'string' ? word(say, value) : undefined;

const many =
  (word: (say: Speaker, ids: readonly string[]) => string): Words =>
  (say, value) =>
    Array.isArray(value) && value.every((id) => typeof id === 'string')
      ? word(say, value as readonly string[])
      : undefined;

const listed = (word: (say: Speaker) => (id: string) => string): Words =>
  many((say, ids) => (ids.length === 0 ? 'nothing' : joined(ids.map(word(say)), 'and')));

const first =
  (...all: readonly Words[]): Words =>
  (say, value) =>
    all.reduce<string | undefined>((said, option) => said ?? option(say, value), undefined);

/** Settings whose values are more than a word, by key. */
const byKey: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    when: condition,
    guard: condition,
    required: condition,
    to: first(
      target,
      one((say, id) => say.state(id)),
    ),
    backup: first(role, sources, target),
    owner: role,
    approvers: sources,
    escalation: sources,
    quorum: read(quorumSchema, (_say, quorum) => quorumInSentence(quorum)),
    deadline: span,
    acknowledgeWithin: span,
    targets: read(clockSchema.unwrap().shape.targets, targetsInSentence),
    steps: read(escalationStepSchema.array(), stepsInSentence),
    table: read(priorityTableSchema.unwrap().shape.table, (say, table) =>
      table.length === 0
        ? 'nothing'
        : `“${prioritySentences(say, { table, default: 4 }).slice(0, -1).join(' ')}”`,
    ),
    who: many(whoSaid),
    submit: listed((say) => (id) => say.roles(id)),
    see: listed((say) => (id) => say.roles(id)),
    from: listed((say) => (id) => say.state(id)),
    pauseIn: listed((say) => (id) => say.state(id)),
    gates: listed((say) => (id) => say.gate(id)),
    requires: listed((say) => (id) => say.field(id)),
    inputs: listed((say) => (id) => say.field(id)),
    fields: listed((say) => (id) => say.field(id)),
    chain: one((say, id) => say.chain(id)),
    initial: one((say, id) => say.state(id)),
    start: read(clockSchema.unwrap().shape.start, beginInSentence),
    stop: read(clockSchema.unwrap().shape.stop, endInSentence),
    onApproved: one((say, id) => say.transition(id)),
    onRejected: one((say, id) => say.transition(id)),
    onReturned: one((say, id) => say.transition(id)),
    onNobody: words({
      next: 'the next rule is tried',
      backup: 'it goes to the backup',
      wait: 'it waits for somebody',
      unassigned: 'it stays unassigned',
    }),
    onDeadline: words({
      remind: 'they are reminded',
      escalate: 'others are asked',
      approve: 'it counts as approved',
      reject: 'it counts as rejected',
    }),
    action: words({ do_not_route: 'not routed', hold: 'held', do_not_notify: 'nobody notified' }),
  } satisfies Record<string, Words>),
);

/** A value of a setting as it reads in a sentence; undefined where it is plain enough, or cannot be read. */
export function valueInSentence(say: Speaker, key: string, value: Json): string | undefined {
  return byKey.get(key)?.(say, value);
}
