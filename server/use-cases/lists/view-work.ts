import { projectCase } from '../../../domain/access/project-case.ts';
import type { Viewer } from '../../../domain/access/viewer.ts';
import type { CompiledDefinition } from '../../../domain/definition/compile-definition.ts';
import { textIn } from '../../../domain/form/text-schema.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { signaturesAsked } from '../../../domain/stream/case/duties.ts';
import { relationsOf } from '../../../domain/stream/case/relations.ts';
import type { CaseDeps } from '../case/case-command.ts';
import { actorOf } from '../case/case-request.ts';
import { gateReason } from '../case/gate-reason.ts';
import { calendarsOf, type TimeLeft, timeLeft } from '../case/time-left.ts';
import type { WorkItem } from './work-page.ts';

/** What a task of an inbox is told with: how near its due time is, and the approval it asks for. */
export interface ShownWork {
  readonly left: TimeLeft | null;
  /** The approval that waits for the viewer; null for what is no signature. */
  readonly signs: { readonly id: string; readonly title: string; readonly why: string | null } | null;
}

/** What the tasks of a page are told with, in their order. */
export async function viewWork(
  { definitions, directory, clock }: Pick<CaseDeps, 'definitions' | 'directory' | 'clock'>,
  viewer: Viewer,
  items: readonly WorkItem[],
): Promise<ShownWork[]> {
  const cases = await Promise.all(
    items.map(async ({ doc: { state } }) => ({
      state,
      definition: await definitions.byHash(state.definition),
    })),
  );
  const { calendars } = await directory.snapshot({ calendars: [...new Set(cases.flatMap(calendarsOf))] });
  const now = clock.now();
  return items.map(({ row }, i) => {
    const one = cases[i];
    if (one === undefined) return { left: null, signs: null };
    return {
      left: timeLeft({ ...one, calendars, now }, row.dueAt),
      signs: row.task === 'approve' ? signsOf(one, viewer) : null,
    };
  });
}

/** Of several approvals that wait for the viewer, the one due first. */
function signsOf(
  { state, definition }: { readonly state: CaseState; readonly definition: CompiledDefinition },
  viewer: Viewer,
): ShownWork['signs'] {
  const person = viewer.personId;
  const { form } = definition.document;
  const late = Number.POSITIVE_INFINITY;
  const waiting = signaturesAsked(state)
    .filter((asked) => asked.person === person)
    .sort((a, b) => (a.dueAt ?? late) - (b.dueAt ?? late));
  const gate = definition.gates.get(waiting[0]?.gate ?? '');
  if (gate === undefined) return null;
  const { values } = projectCase(state, form, viewer, relationsOf(state, actorOf(viewer)));
  return { id: gate.id, title: textIn(gate.title, form.language), why: gateReason(form, gate, values) };
}
