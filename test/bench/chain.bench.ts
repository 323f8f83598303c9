import { Bench } from 'tinybench';
import { inventedPerson } from '../../domain/definition/test-environment.ts';
import { factSet } from '../../domain/fact/fact-set.ts';
import { chainSchema } from '../../domain/routing/chain-schema.ts';
import { compileChain } from '../../domain/routing/compile-chain.ts';
import type { PoolView } from '../../domain/routing/directory.ts';
import type { RouteInputs } from '../../domain/routing/route-inputs.ts';
import { runChain } from '../../domain/routing/run-chain.ts';

const countries = ['FR', 'DE', 'IT', 'ES', 'PT', 'NL'];
const members = Array.from({ length: 10 }, (_, i) => `p${i}`);

const facts = factSet({
  amount: 4200,
  seats: 35,
  score: 61,
  urgency: 'normal',
  country: 'GB',
  product: 'cloud',
  segment: 'midmarket',
  department: 'sales',
  region: 'EMEA',
  tier: 'gold',
  status: 'active',
  renewal: false,
});

/** Fifty rules over twelve fields, none of which fires, so that the default decides. */
function rulesOf(to: object): readonly object[] {
  return Array.from({ length: 50 }, (_, i) => {
    const kinds = [
      { and: [{ '>': [{ var: 'amount' }, 10_000 + i] }, { '==': [{ var: 'tier' }, 'silver'] }] },
      { and: [{ in: [{ var: 'country' }, countries] }, { '==': [{ var: 'product' }, 'cloud'] }] },
      { and: [{ '<=': [70 + i, { var: 'score' }, 200] }, { '==': [{ var: 'segment' }, 'enterprise'] }] },
      { '==': [{ var: 'department' }, `department-${i}`] },
      { and: [{ '==': [{ var: 'urgency' }, 'high'] }, { '>': [{ var: 'seats' }, i] }] },
      { and: [{ '!=': [{ var: 'status' }, 'active'] }, { '==': [{ var: 'renewal' }, true] }] },
      { and: [{ '==': [{ var: 'region' }, 'APAC'] }, { '>': [{ var: 'score' }, i] }] },
    ];
    const base = { id: `r${i}`, name: `Rule ${i}`, owner: { role: 'lead' }, reason: 'Because.' };
    return { ...base, when: kinds[i % kinds.length], to };
  });
}

const person = (id: string) => inventedPerson(id, { capacity: 20 });

const pool: PoolView = {
  id: 'emea',
  rev: 1,
  strategy: 'round_robin',
  members: members.map((id) => ({ person: id, weight: 1 })),
  salt: 'salt',
  credits: Object.fromEntries(members.map((id, i) => [id, (i - 4.5) * 1000])),
  picks: {},
};

const inputs = (traced: boolean): RouteInputs => ({
  key: { caseId: 'c1', epoch: 1 },
  cause: 'submitted',
  now: 1_772_618_400_000,
  versionHash: 'v1',
  actor: { kind: 'system', id: 'routing' },
  forceReason: null,
  requesterId: 'req',
  behalfId: null,
  accountable: 'lead',
  previousOwners: [],
  skip: [],
  conflicted: [],
  atCapacity: [],
  waitingSince: null,
  released: [],
  similar: [],
  priority: null,
  traced,
  facts,
  directory: {
    people: new Map(members.map((id) => [id, person(id)])),
    pools: new Map([['emea', pool]]),
    teams: new Map(),
    loads: new Map(),
    calendars: new Map(),
    accounts: [],
    territories: [],
  },
});

/** What a whole decision costs at the median, its record included: fifty rules to a queue, and the same with a pick out of ten. */
export async function run(): Promise<
  { readonly name: string; readonly value: number; readonly unit: string }[]
> {
  const queues = [{ id: 'inbox', title: 'Inbox', team: 'ops' }];
  const chainTo = (to: object) =>
    compileChain(
      chainSchema.parse({ id: 'c', title: 'C', rules: rulesOf({ queue: 'inbox' }), default: { to } }),
      undefined,
      queues,
    );
  const chains = {
    'to a queue': chainTo({ queue: 'inbox' }),
    'a pick out of ten': chainTo({ pool: 'emea' }),
  };
  const bench = new Bench({ time: 500, warmupTime: 200 });
  for (const [name, chain] of Object.entries(chains)) {
    for (const traced of [false, true]) {
      const given = inputs(traced);
      bench.add(`${name}, ${traced ? 'with' : 'without'} trace`, () => {
        if (runChain(chain, given).terminal === 'unassigned') throw new Error('the default places the case');
      });
    }
  }
  await bench.run();
  return bench.tasks.map((task) => {
    const { result } = task;
    if (!('latency' in result)) throw new Error(`${task.name} was not measured`);
    const name = `chain: 50 rules over 12 fields, ${task.name}`;
    return { name, value: result.latency.p50 * 1000, unit: 'µs' };
  });
}
