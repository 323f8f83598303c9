import type { LoaderFunctionArgs } from '@remix-run/node';
import { yamlFile } from '../features/types/yaml-file.server.ts';
import { must, whoever } from '../lib/api.server.ts';

/** The draft as a YAML file. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  whoever(context);
  const slug = params['slug'] ?? '';
  const draft = await must<{ readonly document: never }>(context, 'getDraft', { params: { slug } });
  return yamlFile(draft.document, `${slug}-draft.yaml`);
}
