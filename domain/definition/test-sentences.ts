import type { Definition } from './definition-schema.ts';
import { type OverviewItem, told } from './overview-item.ts';
import { joined, type Speaker, sentence, spanInWords } from './speaker.ts';
import type { TestCase } from './test-case-schema.ts';

/** The tests kept with a definition: what each expects. */
export function testItems(say: Speaker, { tests = [], chains }: Definition): OverviewItem[] {
  const names = new Map(
    chains.flatMap((chain) =>
      [...(chain.screen ?? []), ...(chain.suppress ?? []), ...chain.rules].map(
        ({ id, name }) => [id, `“${say.text(name)}”`] as const,
      ),
    ),
  );
  const item: ItemName = (id) => names.get(id) ?? `“${id}”`;
  return tests.map((test) => told(test.id, say.text(test.title), [expectedInWords(say, test.expect, item)]));
}

const terminals: Readonly<Record<NonNullable<TestCase['expect']['terminal']>, string>> = {
  assigned: 'somebody gets it',
  queued: 'it waits',
  waiting: 'it waits for somebody',
  held: 'it is held',
  suppressed: 'it is not routed',
  unassigned: 'it stays unassigned',
};

type Expected = TestCase['expect'];
type ItemName = (id: string) => string;

/** Words for what is expected; nothing for what a test leaves out. */
function said<T>(expected: T | undefined, words: (expected: T) => string): string[] {
  return expected === undefined ? [] : [words(expected)];
}

function expectedInWords(say: Speaker, expect: Expected, item: ItemName): string {
  const parts = [
    ...(expect.refused ?? []).slice(0, 1).map(() => `the submission is refused for ${fields(say, expect)}`),
    ...routed(say, expect, item),
    ...said(expect.screenedBy, (id) => `${item(id)} applies`),
    ...said(expect.suppressedBy, (id) => `${item(id)} applies`),
    ...said(expect.gates, (gates) => gatesNeeded(say, gates)),
    ...said(expect.owner, (role) => `${say.role(role)} answers for it`),
    ...said(expect.priority, (priority) => `its priority is ${priority}`),
    ...said(expect.lowUrgency, (low) => `its urgency is ${low ? 'low' : 'not lowered'}`),
    ...said(expect.state, (state) => `it is in ${say.state(state)}`),
    ...(expect.clocks ?? []).map((clock) => clockRuns(say, clock)),
    ...(expect.missing ?? []).slice(0, 1).map(() => `${joined(expect.missing ?? [], 'and')} is missing`),
  ];
  return parts.length === 0 ? 'Expects only that it can be submitted.' : sentence(joined(parts, 'and'));
}

function fields(say: Speaker, { refused = [] }: Expected): string {
  return joined(
    refused.map((id) => say.field(id)),
    'and',
  );
}

function routed(say: Speaker, expect: Expected, item: ItemName): string[] {
  const place = [
    ...said(expect.pool, (id) => `in the pool ${say.pool(id)}`),
    ...said(expect.queue, (id) => `in the queue ${say.queue(id)}`),
    ...said(expect.team, (id) => `with the team ${say.team(id)}`),
    ...said(expect.person, (id) => `namely ${id}`),
    ...said(expect.rule, (id) => (id === 'default' ? 'as no rule decided' : `by ${item(id)}`)),
  ];
  if (expect.terminal === undefined && place.length === 0) return [];
  return [[expect.terminal === undefined ? 'it goes' : terminals[expect.terminal], ...place].join(' ')];
}

function gatesNeeded(say: Speaker, gates: readonly string[]): string {
  if (gates.length === 0) return 'no approval is needed';
  const named = joined(
    gates.map((id) => say.gate(id)),
    'and',
  );
  return `${named} ${gates.length === 1 ? 'is' : 'are'} needed`;
}

function clockRuns(say: Speaker, { id, duration, dueAt }: NonNullable<Expected['clocks']>[number]): string {
  const lasts = duration === undefined ? '' : ` for ${spanInWords(duration)}`;
  return `the clock ${say.clock(id)} runs${lasts}${dueAt === undefined ? '' : `, due ${dueAt}`}`;
}
