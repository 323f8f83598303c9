import { DomainError } from '../../../domain/error/domain-error.ts';
import { attachmentProblems } from '../../../domain/form/attachment-problems.ts';
import type { Form } from '../../../domain/form/form-schema.ts';
import { referencesOf } from '../../../domain/form/value-references.ts';
import type { Values } from '../../../domain/form/values.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { StagedAttachment } from '../attachment/staged-attachment.ts';
import { stagedBy } from '../attachment/staged-attachment.ts';
import type { CommandDeps } from '../command/deps.ts';

/** A file that answers a file field and is to be linked with the commit that stores the values. */
export interface FieldFile extends StagedAttachment {
  readonly field: string;
}

/** Values that are about to be stored, who gives them, and the files the case has already. */
export interface GivenValues {
  readonly form: Form;
  readonly values: Values;
  readonly by: string;
  readonly linked: readonly { readonly id: string; readonly name: string; readonly size: number }[];
}

/**
 * Passes when everything the values point at exists: people, teams and accounts of the directory, files the same person uploaded before.
 * Answers the files that are not linked yet, their bytes kept for another 24 h.
 * @throws DomainError VALIDATION_FAILED naming each place.
 */
export async function requireValueReferences(
  deps: Pick<CommandDeps, 'store' | 'clock'>,
  given: GivenValues,
): Promise<FieldFile[]> {
  const references = referencesOf(given.form, given.values);
  if (references.length === 0) return [];
  const fileIds = references.filter(({ kind }) => kind === 'file').map(({ id }) => id);
  const linked = new Map(given.linked.map((file) => [file.id, file]));
  const fresh = await stagedBy(
    deps.store.records,
    given.by,
    fileIds.filter((id) => !linked.has(id)),
    deps.clock.now(),
  );
  const known = new Map<string, { readonly name: string; readonly size: number }>([...linked, ...fresh]);
  const details = [
    ...attachmentProblems(given.form, given.values, known),
    ...(await missingObjects(deps, references)),
  ];
  if (details.length > 0)
    throw new DomainError('VALIDATION_FAILED', 'Some values name what is not here.', { details });
  const files = filesOf(given, fresh);
  for (const { digest, name } of files) {
    if (await deps.store.blobs.renew(digest)) continue;
    throw new DomainError('VALIDATION_FAILED', `The file “${name}” is not here any more: upload it again.`);
  }
  return files;
}

function filesOf({ form, values }: GivenValues, fresh: ReadonlyMap<string, StagedAttachment>): FieldFile[] {
  return form.fields.flatMap((field) => {
    const ids = field.kind === 'file' ? values[field.id] : undefined;
    if (!Array.isArray(ids)) return [];
    return ids.flatMap((id) => {
      const file = fresh.get(String(id));
      return file === undefined ? [] : [{ ...file, field: field.id }];
    });
  });
}

async function missingObjects(
  deps: Pick<CommandDeps, 'store'>,
  references: ReturnType<typeof referencesOf>,
): Promise<{ pointer: string; detail: string }[]> {
  const named = references.flatMap(({ kind, id, pointer }) =>
    kind === 'file' ? [] : [{ kind, pointer, stream: streamId(kind, id) }],
  );
  if (named.length === 0) return [];
  const docs = await deps.store.aggregates.loadMany([...new Set(named.map(({ stream }) => stream))]);
  const there = new Set(docs.map(({ _id }) => _id));
  return named
    .filter(({ stream }) => !there.has(stream))
    .map(({ kind, pointer }) => ({ pointer, detail: `There is no ${kind} of this id.` }));
}
