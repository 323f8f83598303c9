import type { Detail } from '../error/domain-error.ts';
import type { Form } from './form-schema.ts';
import type { Values } from './values.ts';

/** What a form needs to know of an uploaded file; `size` in bytes. */
export interface AttachmentFacts {
  readonly name: string;
  readonly size: number;
}

/** What is wrong with the files named by stored values: not there, another ending than accepted, too large. */
export function attachmentProblems(
  form: Form,
  values: Values,
  attachments: ReadonlyMap<string, AttachmentFacts>,
): Detail[] {
  return form.fields.flatMap((field) => {
    const ids = Object.hasOwn(values, field.id) ? values[field.id] : undefined;
    if (field.kind !== 'file' || !Array.isArray(ids)) return [];
    return ids.flatMap((id, index) => {
      const detail = problemOf(attachments.get(String(id)), field);
      return detail === undefined ? [] : [{ pointer: `/values/${field.id}/${index}`, detail }];
    });
  });
}

function problemOf(
  attachment: AttachmentFacts | undefined,
  {
    accept,
    maxBytes,
  }: { readonly accept?: readonly string[] | undefined; readonly maxBytes?: number | undefined },
): string | undefined {
  if (attachment === undefined) return 'This file is not here any more: upload it again.';
  const ending = attachment.name.split('.').at(-1)?.toLowerCase() ?? '';
  if (accept !== undefined && !(attachment.name.includes('.') && accept.includes(ending)))
    return `Attach a file that ends in ${accept.map((known) => `.${known}`).join(', ')}.`;
  if (maxBytes !== undefined && attachment.size > maxBytes)
    return `Attach a smaller file: ${maxBytes} bytes are allowed, and this has ${attachment.size}.`;
  return undefined;
}
