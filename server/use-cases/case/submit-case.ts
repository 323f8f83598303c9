import { randomUUID } from 'node:crypto';
import type { CompiledDefinition } from '../../../domain/definition/compile-definition.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { FactSet } from '../../../domain/fact/fact-set.ts';
import { factSet } from '../../../domain/fact/fact-set.ts';
import { factsOfValues } from '../../../domain/form/form-facts.ts';
import { validateSubmission } from '../../../domain/form/validate-submission.ts';
import type { Json } from '../../../domain/hash/canonical-json.ts';
import { hashJson } from '../../../domain/hash/sha256.ts';
import { duplicateKey } from '../../../domain/routing/duplicate-key.ts';
import { type AgentProposal, type CaseState, emptyCase } from '../../../domain/stream/case/case-state.ts';
import { caseStream } from '../../../domain/stream/case/case-stream.ts';
import type { CaseActor } from '../../../domain/stream/case/case-world.ts';
import { decideSubmit, type SubmitCommand } from '../../../domain/stream/case/commands/submit.ts';
import { runCommand } from '../command/run-command.ts';
import type { LiveDefinition } from '../definition/definition-cache.ts';
import { versionToSubmit } from '../definition/version-to-submit.ts';
import type { CaseDeps } from './case-command.ts';
import { facesOf } from './faces-of.ts';
import { gatherWorld } from './gather-world.ts';
import { requireValueReferences } from './value-references.ts';

/** What somebody hands in. */
export interface Submission {
  readonly slug: string;
  readonly values: unknown;
  /** The person it is for, when not the one who submits. */
  readonly onBehalfOf?: string;
  readonly source: string;
  /** The version the form was filled in under; the live one when left out. */
  readonly version?: number;
  readonly scores?: Readonly<Record<string, number>>;
  readonly proposal?: AgentProposal;
}

/** What the submitter is told at once. */
export interface Submitted {
  readonly id: string;
  readonly number: string;
  readonly rev: number;
  readonly state: CaseState;
  readonly repeated: boolean;
}

/** The id of the case a command makes: the same command always makes the same one. */
export function caseIdOf(actorId: string, commandId: string): string {
  return `c${hashJson([actorId, commandId]).slice(0, 31)}`;
}

/**
 * Stores a submission: answered as soon as the case is on disk, routed after.
 * @throws DomainError NOT_FOUND, NOT_ALLOWED, VALIDATION_FAILED, FORM_CHANGED, COMMAND_REUSED.
 */
export async function submitCase(
  deps: CaseDeps,
  call: {
    readonly actor: CaseActor;
    readonly commandId?: string;
    readonly authorise: (live: LiveDefinition) => void;
  },
  submission: Submission,
): Promise<Submitted> {
  const commandId = call.commandId ?? randomUUID();
  const id = caseIdOf(call.actor.actor.id, commandId);
  const body = hashJson(bodyOf(submission));
  const earlier = await deps.store.aggregates.load<CaseState>(id);
  const live = earlier === undefined ? await deps.definitions.live(submission.slug) : undefined;
  if (live !== undefined) call.authorise(live);
  const result = await runCommand<CaseState>(deps, {
    spec: caseStream,
    stream: id,
    on: 'either',
    command: { id: commandId, body },
    actor: call.actor.actor,
    decide: async () => {
      const current = live ?? (await deps.definitions.live(submission.slug));
      const chosen = await versionToSubmit(deps, current, submission.version, submission.values);
      return decideNew(deps, call.actor, { submission, chosen });
    },
  });
  return {
    id,
    number: result.doc.state.number,
    rev: result.doc.rev,
    state: result.doc.state,
    repeated: result.repeated,
  };
}

/** The part of a submission two sendings have to share to be the same. */
function bodyOf(submission: Submission): Json {
  return JSON.parse(JSON.stringify({ ...submission })) as Json;
}

interface NewCase {
  readonly submission: Submission;
  readonly chosen: { readonly version: number; readonly definition: CompiledDefinition };
}

async function decideNew(deps: CaseDeps, actor: CaseActor, { submission, chosen }: NewCase) {
  const { definition } = chosen;
  const behalf = submission.onBehalfOf ?? null;
  const start: CaseState = {
    ...emptyCase,
    type: definition.document.slug,
    definition: definition.hash,
    requester: actor.actor.id,
    behalf,
    source: submission.source,
    scores: knownScores(definition, submission.scores ?? {}),
    proposal: submission.proposal ?? null,
    state: definition.document.workflow.initial,
    priority: definition.document.priority.default,
  };
  const first = await gatherWorld(deps, { state: start, definition, caseId: null }, actor);
  requireBehalf(behalf, first.snapshot.people.get(behalf ?? '')?.active === true);
  const { values } = validateSubmission(definition.document.form, submission.values, first.world.facts);
  const facts = factSet(
    { ...first.world.facts.values, ...factsOfValues(definition.document.form, values) },
    first.world.facts.failed,
  );
  const { form } = definition.document;
  const files = await requireValueReferences(deps, { form, values, by: actor.actor.id, linked: [] });
  const count = await deps.store.counters.next(definition.document.slug);
  const command: SubmitCommand = {
    number: `${definition.document.prefix}-${1000 + count}`,
    version: chosen.version,
    requester: actor.actor.id,
    requesterKind: actor.actor.kind === 'service' ? 'service' : 'person',
    behalf,
    source: submission.source,
    values,
    scores: start.scores,
    proposal: start.proposal,
    ...(await facesOf(deps.store, definition, values)),
    duplicateKeys: duplicateKeysOf(definition, facts, behalf ?? actor.actor.id),
    files,
  };
  return decideSubmit(command, { ...first.world, facts });
}

/** Scores of the definition, and no others. @throws DomainError VALIDATION_FAILED. */
function knownScores(
  definition: CompiledDefinition,
  given: Readonly<Record<string, number>>,
): Record<string, number> {
  const known = new Set((definition.document.scores ?? []).map(({ id }) => id));
  const unknown = Object.keys(given).filter((id) => !known.has(id) || !Number.isFinite(given[id]));
  if (unknown.length > 0) {
    throw new DomainError('VALIDATION_FAILED', 'Some scores are not of this request type.', {
      details: unknown.map((id) => ({
        pointer: `/scores/${id}`,
        detail: 'Leave it out, or give a number for a score the type knows.',
      })),
    });
  }
  return { ...given };
}

function requireBehalf(behalf: string | null, known: boolean): void {
  if (behalf === null || known) return;
  throw new DomainError('VALIDATION_FAILED', 'It is not known whom this is for.', {
    details: [{ pointer: '/onBehalfOf', detail: 'Name somebody who works here now.' }],
  });
}

/** The keys under which cases like this one are found by its duplicate screens. */
export function duplicateKeysOf(
  definition: CompiledDefinition,
  facts: FactSet,
  requesterId: string,
): string[] {
  const account = facts.values['account.id'];
  const scope = { requesterId, accountId: typeof account === 'string' ? account : null };
  return definition.document.chains.flatMap((chain) =>
    (chain.screen ?? []).flatMap((screen) =>
      screen.kind === 'duplicate' ? (duplicateKey(screen, facts, scope) ?? []) : [],
    ),
  );
}
