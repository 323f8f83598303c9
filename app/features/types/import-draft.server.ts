import { readDefinitionYaml } from '../../../domain/definition/definition-yaml.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { isRecord } from '../../../domain/form/bounded-json.ts';
import { maybe, type Refused, refusedOf } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';

/** What came of an import: the type whose draft it is now, or why it was refused, with its text. */
export type Imported = { readonly slug: string } | { readonly refused: Refused; readonly yaml: string };

/** The text a form hands in: of the file where there is one, else what was typed. */
export async function yamlIn(posted: FormData): Promise<string> {
  const file = posted.get('file');
  if (file instanceof File && file.size > 0) return await file.text();
  const text = posted.get('yaml');
  // A browser posts lines with CR LF, whatever was typed.
  return typeof text === 'string' ? text.replaceAll('\r\n', '\n') : '';
}

/** Takes a definition in as the draft of the type it names, in place of the draft there is. */
export async function importDraft(context: AppContext, yaml: string, key: string): Promise<Imported> {
  const slug = slugIn(yaml);
  if (typeof slug !== 'string') return { refused: slug, yaml };
  const draft = await maybe<{ readonly rev: number }>(context, 'getDraft', { params: { slug } });
  const answer = await context.api('saveDraft', {
    params: { slug },
    body: yaml,
    key,
    ...(draft === null ? {} : { seen: draft.rev }),
  });
  return answer.ok ? { slug } : { refused: refusedOf(answer), yaml };
}

/** The type a text names, or why it names none. */
function slugIn(yaml: string): string | Refused {
  const refused = (detail: string): Refused => ({
    title: 'This cannot be imported',
    detail,
    code: 'VALIDATION_FAILED',
    errors: [],
  });
  if (yaml.trim() === '') return refused('Choose a file, or paste its text.');
  try {
    const document = readDefinitionYaml(yaml);
    const slug = isRecord(document) ? document['slug'] : undefined;
    return typeof slug === 'string'
      ? slug
      : refused('The text does not say which request type it is. Add a line such as “slug: travel”.');
  } catch (error) {
    if (error instanceof DomainError) return refused(error.message);
    throw error;
  }
}
