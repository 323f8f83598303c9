import type { Integration } from '../../definition/definition-schema.ts';
import type { CaseCourse } from './case-course.ts';
import type { CaseState } from './case-state.ts';
import type { CaseWorld } from './case-world.ts';

/** A moment of a case at which an integration may be told. */
export type SyncMoment = Integration['on'][number];

/** The key of the effect that keeps another system in step with the case: one per integration. */
export const syncKey = (integration: string): string => `sync:${integration}`;

/** Owes a sync to every integration that is told of this moment; its condition is asked when the sync runs, of the facts as they are then. */
export function oweSync(course: CaseCourse, world: CaseWorld, moment: SyncMoment, delayMs = 0): void {
  for (const integration of world.definition.document.integrations ?? [])
    if (integration.on.includes(moment)) owe(course, world, integration, delayMs);
}

/**
 * After a decision was taken back: what was owed because of it is called off. An integration that already knows the case, or is told
 * of every state, is told again of the case as it now is: what was owed before the decision lay under the same key.
 */
export function retractSync(course: CaseCourse, world: CaseWorld, owed: readonly string[]): void {
  for (const integration of world.definition.document.integrations ?? []) {
    const key = syncKey(integration.id);
    if (!owed.includes(key)) continue;
    course.cancel(key);
    if (knowsCase(course.state, integration) || integration.on.includes('state-entered'))
      owe(course, world, integration, 0);
  }
}

const knowsCase = (state: CaseState, { connection }: Integration): boolean =>
  Object.hasOwn(state.external, connection);

function owe(course: CaseCourse, world: CaseWorld, integration: Integration, delayMs: number): void {
  course.owe({
    kind: 'sync',
    key: syncKey(integration.id),
    dueAt: world.now + delayMs,
    payload: { integration: integration.id, delivery: world.newId() },
  });
}
