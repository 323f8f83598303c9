import type { Ability } from '../../../domain/access/ability-of.ts';
import { requireAbility } from '../../../domain/access/require-ability.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { DecisionRecord } from '../../../domain/routing/decision-record.ts';
import { type WhyNot, whyNot } from '../../../domain/routing/why-not.ts';
import type { Routed } from '../../../domain/stream/case/case-state.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import { readRecord } from '../route/store-record.ts';
import type { CaseDeps } from './case-command.ts';
import { projectRecord } from './project-record.ts';
import { getReadableCase, type ReadableCase } from './readable-case.ts';
import { sensitiveAmong } from './sensitive-among.ts';

/** How one epoch of a case was routed; the record is there where a rule decided and it was not erased. */
export interface RoutedEpoch extends Routed {
  readonly epoch: number;
  readonly evidence: DecisionRecord | null;
}

/** Every routing decision of a case, the latest first, and the sensitive fields whose answers are in their records. */
export interface CaseRouting {
  readonly epochs: readonly RoutedEpoch[];
  readonly sensitive: readonly string[];
}

/** Every routing decision of a case. @throws DomainError NOT_FOUND. */
export async function caseRouting(
  deps: Pick<CaseDeps, 'store' | 'definitions'>,
  ability: Ability,
  caseId: string,
): Promise<CaseRouting> {
  const readable = await getReadableCase(deps, ability, caseId);
  const epochs = Object.entries(readable.doc.state.routed).map(([epoch, routed]) => ({
    ...routed,
    epoch: Number(epoch),
  }));
  epochs.sort((a, b) => b.epoch - a.epoch);
  const routings = await Promise.all(
    epochs.map(async (routed) => {
      const record = await recordOf(deps, routed.record);
      return { ...routed, evidence: record === undefined ? null : projectRecord(record, readable) };
    }),
  );
  const facts = routings.flatMap(({ evidence }) => Object.keys(evidence?.factsUsed.values ?? {}));
  const fields = facts.map((fact) => fact.split('.', 1)[0] ?? fact);
  return { epochs: routings, sensitive: sensitiveAmong(readable, fields) };
}

/**
 * Why the latest decision made by rule did not pick a person, for those who work on the case.
 * @throws DomainError NOT_FOUND when there is none or nobody of that id, NOT_ALLOWED.
 */
export async function whyNotPerson(
  deps: Pick<CaseDeps, 'store' | 'definitions'>,
  ability: Ability,
  caseId: string,
  person: string,
): Promise<WhyNot & { readonly epoch: number }> {
  const readable = await getReadableCase(deps, ability, caseId);
  requireAbility(ability, 'readInternal', readable.subject);
  if ((await deps.store.aggregates.load(streamId('person', person))) === undefined)
    throw new DomainError('NOT_FOUND', 'There is nobody of that id.');
  const [latest] = decidedByRule(readable);
  const record = await recordOf(deps, latest?.record);
  if (latest === undefined || record === undefined)
    throw new DomainError('NOT_FOUND', 'No rule has decided about this case yet. Look again in a moment.');
  return { epoch: latest.epoch, ...whyNot(projectRecord(record, readable), person) };
}

function decidedByRule({ doc }: ReadableCase): { readonly epoch: number; readonly record: string }[] {
  return Object.entries(doc.state.routed)
    .flatMap(([epoch, { record }]) => (record === undefined ? [] : [{ epoch: Number(epoch), record }]))
    .sort((a, b) => b.epoch - a.epoch);
}

async function recordOf(
  { store }: Pick<CaseDeps, 'store'>,
  hash: string | undefined,
): Promise<DecisionRecord | undefined> {
  const bytes = hash === undefined ? undefined : await store.blobs.get(hash);
  return bytes === undefined ? undefined : readRecord(bytes);
}
