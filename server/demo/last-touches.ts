import { laterTimes } from '../../domain/calendar/later-times.ts';
import { assert } from '../../domain/error/assert.ts';
import type { Aggregate } from '../../domain/stream/aggregate.ts';
import type { CaseState } from '../../domain/stream/case/case-state.ts';
import { demoPersonas, type PersonaName } from '../identity/demo-personas.ts';
import { commentCase } from '../use-cases/case/comment-case.ts';
import { snoozeCase } from '../use-cases/case/put-aside.ts';
import { watchCase } from '../use-cases/case/watch-case.ts';
import { demoPeople } from './company/people.ts';
import type { DemoStage } from './demo-stage.ts';
import { passTime } from './pass-time.ts';

/** What the handler does with what they have at the end of the play: one case is put aside, of another they tell the approver. */
export async function lastTouches(stage: DemoStage): Promise<void> {
  const handler = personOf('handler');
  const [told, aside, ...others] = await casesOf(stage, handler.id);
  // Whoever has less keeps it before them.
  if (told === undefined || aside === undefined || others.length === 0) return;
  await putAside(stage, handler, aside);
  await mention(stage, handler, told);
  await passTime(stage, { until: stage.until });
}

async function putAside(
  stage: DemoStage,
  { id }: (typeof demoPeople)[number],
  { _id }: Aggregate<CaseState>,
): Promise<void> {
  const hours = stage.hoursOf(id);
  const until = laterTimes(hours, hours.spec.zone, stage.clock.now()).at(-1)?.at;
  assert(until !== undefined, 'there is always a next Monday');
  await snoozeCase(stage.services.deps, await stage.request(id, [_id, 'aside']), _id, { until });
}

async function mention(
  stage: DemoStage,
  { id }: (typeof demoPeople)[number],
  { _id }: Aggregate<CaseState>,
): Promise<void> {
  const { deps } = stage.services;
  const approver = personOf('approver');
  await commentCase(deps, await stage.request(id, [_id, 'mention']), _id, {
    text: `@${approver.name} you know them: is there anything to keep in mind before I answer?`,
    visibility: 'public',
    mentions: [approver.id],
  });
  await watchCase(deps, await stage.request(id, [_id, 'watch']), _id);
}

function personOf(name: PersonaName): (typeof demoPeople)[number] {
  const id = demoPersonas.find(({ persona }) => persona === name)?.person;
  const found = demoPeople.find((person) => person.id === id);
  assert(found !== undefined, `the demo has a ${name}`);
  return found;
}

/** Open cases somebody has and nobody else is asked about, the newest first. */
async function casesOf({ services: { deps } }: DemoStage, person: string): Promise<Aggregate<CaseState>[]> {
  const listed = await deps.store.aggregates.range(`owner:${person}`, null, 100);
  const docs = await deps.store.aggregates.loadMany<CaseState>(listed.map(({ id }) => id));
  const quiet = docs.filter(({ state }) => state.asks.every(({ answeredAt }) => answeredAt !== null));
  return quiet.sort((a, b) => b.state.submittedAt - a.state.submittedAt);
}
