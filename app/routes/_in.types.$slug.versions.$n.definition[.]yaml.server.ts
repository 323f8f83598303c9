import type { LoaderFunctionArgs } from '@remix-run/node';
import { yamlFile } from '../features/types/yaml-file.server.ts';
import { must, whoever } from '../lib/api.server.ts';

/** A version as a YAML file. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  whoever(context);
  const [slug = '', n = ''] = [params['slug'], params['n']];
  const version = await must<{ readonly document: never }>(context, 'getRequestTypeVersion', {
    params: { slug, n },
  });
  return yamlFile(version.document, `${slug}-${n}.yaml`);
}
