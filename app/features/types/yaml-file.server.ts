import { writeDefinitionYaml } from '../../../domain/definition/definition-yaml.ts';
import type { Json } from '../../../domain/hash/canonical-json.ts';

/** A document as a file of canonical YAML to be kept. */
export function yamlFile(document: Json, name: string): Response {
  return new Response(writeDefinitionYaml(document), {
    headers: {
      'Content-Type': 'application/yaml; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  });
}
