import { readFile } from 'node:fs/promises';
import { readDefinitionYaml } from '../../domain/definition/definition-yaml.ts';
import { UsageError } from './verb.ts';

/** The document in a file, YAML or JSON. @throws UsageError when it cannot be read, DomainError MALFORMED or TOO_LARGE. */
export async function readDefinitionFile(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  return readDefinitionYaml(text);
}
