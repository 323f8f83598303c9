import { DomainError } from '../../../domain/error/domain-error.ts';
import { attachmentProblems } from '../../../domain/form/attachment-problems.ts';
import type { Form } from '../../../domain/form/form-schema.ts';
import { decideAttach } from '../../../domain/stream/case/commands/talk.ts';
import { type StagedAttachment, stagedBy } from '../attachment/staged-attachment.ts';
import { type CaseDeps, commandCase } from './case-command.ts';
import { type CaseRequest, type CaseResult, callFor } from './case-request.ts';

/** An uploaded file to be linked; on a file field it is evidence. */
export interface AttachRequest {
  readonly attachment: string;
  readonly field: string | null;
}

/**
 * Links a file that the same person uploaded within 24 h to a case.
 * @throws DomainError NOT_FOUND, NOT_ALLOWED, STALE, CASE_CLOSED, LIMIT_EXCEEDED, VALIDATION_FAILED for a file or field that is not there.
 */
export async function attachFile(
  deps: CaseDeps,
  request: CaseRequest,
  caseId: string,
  { attachment, field }: AttachRequest,
): CaseResult {
  const uploader = request.ability.viewer.personId;
  const result = await commandCase(deps, caseId, callFor(request, 'attach'), async (state, world) => {
    const staged = await stagedBy(deps.store.records, uploader, [attachment], deps.clock.now());
    const file = staged.get(attachment);
    // The grace is renewed before the commit, so that no sweep comes in between.
    if (file === undefined || !(await deps.store.blobs.renew(file.digest))) throw notHere();
    if (field !== null) requireFits(world.definition.document.form, field, file);
    const { id, digest, size, name } = file;
    return decideAttach(state, { id, digest, size, name, field }, world);
  });
  await deps.store.records.delete('attachment', attachment);
  return result;
}

/** Passes for a file field that takes such a file. */
function requireFits(form: Form, field: string, file: StagedAttachment): void {
  if (!form.fields.some(({ id, kind }) => id === field && kind === 'file'))
    throw new DomainError('VALIDATION_FAILED', 'The form has no such file field.', {
      details: [{ pointer: '/field', detail: 'Name a file field, or leave it out.' }],
    });
  const problems = attachmentProblems(form, { [field]: [file.id] }, new Map([[file.id, file]]));
  if (problems.length > 0)
    throw new DomainError('VALIDATION_FAILED', 'This file does not fit the field.', {
      details: problems.map(({ detail }) => ({ pointer: '/attachment', detail })),
    });
}

function notHere(): DomainError {
  return new DomainError('VALIDATION_FAILED', 'There is no such upload of yours.', {
    details: [
      {
        pointer: '/attachment',
        detail: 'Upload the file first; it waits 24 hours to be attached.',
      },
    ],
  });
}
