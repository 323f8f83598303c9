import { laterTimes } from '../../domain/calendar/later-times.ts';
import { assert } from '../../domain/error/assert.ts';
import type { Aggregate } from '../../domain/stream/aggregate.ts';
import { dutiesFor } from '../../domain/stream/case/asides.ts';
import type { CaseState } from '../../domain/stream/case/case-state.ts';
import { demoPersonas, type PersonaName } from '../identity/demo-personas.ts';
import { commentCase } from '../use-cases/case/comment-case.ts';
import { snoozeCase } from '../use-cases/case/put-aside.ts';
import { watchCase } from '../use-cases/case/watch-case.ts';
import { demoPeople } from './company/people.ts';
import type { DemoStage } from './demo-stage.ts';
import { passTime } from './pass-time.ts';

/** What is done at the end of the play: who has enough to do puts some of it aside, and the handler tells the approver of a case. */
export async function lastTouches(stage: DemoStage): Promise<void> {
  const [handler, approver] = [personOf('handler'), personOf('approver')];
  const [told] = await tasksOf(stage, handler.id);
  if (told !== undefined) await mention(stage, handler, told);
  for (const person of [handler, approver]) {
    const tasks = await tasksOf(stage, person.id);
    const last = tasks.at(-1);
    if (last !== undefined && tasks.length > 1) await putAside(stage, person, last);
  }
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

/** Cases that ask something of somebody, the newest first. */
async function tasksOf({ services: { deps } }: DemoStage, person: string): Promise<Aggregate<CaseState>[]> {
  const listed = await deps.store.aggregates.range(`reads:person:${person}`, null, 200);
  const docs = await deps.store.aggregates.loadMany<CaseState>(listed.map(({ id }) => id));
  const asked = docs.filter(({ state }) => dutiesFor(state, person).length > 0);
  return asked.sort((a, b) => b.state.submittedAt - a.state.submittedAt);
}
