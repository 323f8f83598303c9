import type { Definition } from '../../../domain/definition/definition-schema.ts';
import { textIn } from '../../../domain/form/text-schema.ts';

/** What the catalogue of request types shows of a version, in the language of its form. */
export function faceOf(definition: Definition) {
  const { title, summary = '', category, keywords = [], form } = definition;
  return {
    title: textIn(title, form.language),
    summary: textIn(summary, form.language),
    category,
    keywords,
  };
}
