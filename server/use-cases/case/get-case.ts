import type { Ability } from '../../../domain/access/ability-of.ts';
import type { ProjectedCase } from '../../../domain/access/project-case.ts';
import { textIn } from '../../../domain/form/text-schema.ts';
import { asidesOf } from '../../../domain/stream/case/asides.ts';
import { caseBasis } from '../../../domain/stream/case/case-basis.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { dueAtOf } from '../../../domain/stream/case/work-rows.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { TeamState } from '../../../domain/stream/team/team-stream.ts';
import type { CaseDeps } from './case-command.ts';
import { actorOf } from './case-request.ts';
import { type CaseTalk, caseTalk } from './case-talk.ts';
import { gatherWorld } from './gather-world.ts';
import { getReadableCase, type ReadableCase } from './readable-case.ts';
import { sensitiveAmong } from './sensitive-among.ts';
import { type ShownActions, viewActions } from './view-actions.ts';
import { type ShownClock, viewClocks } from './view-clocks.ts';
import { type ShownGate, viewGates } from './view-gates.ts';
import { type ShownWait, viewWait } from './view-wait.ts';
import { type ShownWatching, viewWatching } from './view-watching.ts';

/** A case with everything one viewer may know of it at this moment. */
export interface CaseView {
  readonly id: string;
  readonly rev: number;
  readonly shown: ProjectedCase;
  readonly typeTitle: string;
  readonly stateTitle: string;
  readonly queueTitle: string | null;
  readonly teamTitle: string | null;
  readonly dueAt: number | null;
  /** What a waiting case waits for; null for one that does not wait for a pool. */
  readonly wait: ShownWait | null;
  readonly clocks: readonly ShownClock[];
  readonly gates: readonly ShownGate[];
  /** What a decision made now would name as what was seen. */
  readonly basis: string;
  readonly actions: ShownActions;
  readonly talk: CaseTalk;
  /** Names of everybody the case names, by id. */
  readonly people: Readonly<Record<string, string>>;
  readonly watching: ShownWatching;
  /** Fields marked sensitive whose answers are in it. */
  readonly sensitive: readonly string[];
}

/** The full view of a case. @throws DomainError NOT_FOUND for what is not there or not the viewer's to see. */
export async function getCase(deps: CaseDeps, ability: Ability, caseId: string): Promise<CaseView> {
  const readable = await getReadableCase(deps, ability, caseId);
  const { doc, definition, shown } = readable;
  const { state } = doc;
  const [{ world, snapshot }, talk, team] = await Promise.all([
    gatherWorld(deps, { state, definition, caseId }, actorOf(ability.viewer)),
    caseTalk(deps, readable),
    state.team === null ? undefined : deps.store.aggregates.load<TeamState>(streamId('team', state.team)),
  ]);
  const { document, states } = definition;
  const { language } = document.form;
  const gates = viewGates(state, world);
  return {
    id: doc._id,
    rev: doc.rev,
    shown,
    typeTitle: textIn(document.title, language),
    stateTitle: textIn(states.get(state.state)?.title ?? state.state, language),
    queueTitle: queueTitle(readable),
    teamTitle: team?.state.title ?? null,
    dueAt: dueAtOf(state),
    wait: await viewWait(deps.store, { state, definition }, snapshot, world.now),
    clocks: viewClocks(state, world),
    gates,
    basis: caseBasis(state, definition),
    actions: viewActions(ability, readable, world, gates),
    talk,
    watching: viewWatching(ability, doc),
    people: await namesOf(deps, state, gates, talk),
    sensitive: sensitiveAmong(readable, [
      ...Object.keys(shown.values),
      ...shown.attachments.flatMap(({ field }) => field ?? []),
    ]),
  };
}

function queueTitle({ doc, definition }: ReadableCase): string | null {
  const queue = definition.document.queues?.find(({ id }) => id === doc.state.queue);
  return queue === undefined ? null : textIn(queue.title, definition.document.form.language);
}

/** Everybody a case names, with the names they go by. */
async function namesOf(
  deps: CaseDeps,
  state: CaseState,
  gates: readonly ShownGate[],
  { comments, asks }: CaseTalk,
): Promise<Record<string, string>> {
  const signing = gates.flatMap(({ step, votes }) => [...(step?.maySign ?? []), ...votes]);
  const ids = [
    state.requester,
    state.behalf,
    state.owner,
    state.lastEditor,
    ...state.previousOwners,
    ...state.watchers,
    ...asidesOf(state).map(({ person }) => person),
    ...state.attachments.map(({ by }) => by),
    ...signing.flatMap(({ person, for: seat }) => [person, seat]),
    ...comments.flatMap(({ by, mentions }) => [by, ...mentions]),
    ...asks.flatMap(({ by, to, answeredBy }) => [by, to, answeredBy]),
  ].filter((id): id is string => typeof id === 'string' && id !== '');
  const people = [...new Set(ids)];
  const { people: known } = await deps.directory.snapshot({ people });
  return Object.fromEntries(
    people.flatMap((id) => {
      const name = known.get(id)?.name;
      return name === undefined ? [] : [[id, name]];
    }),
  );
}
