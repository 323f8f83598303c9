import { maybe } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';

interface Rule {
  readonly id: string;
  readonly name: string;
}

interface Version {
  readonly document: { readonly chains?: readonly { readonly rules?: readonly Rule[] }[] };
}

/** The rules of the live version of a request type, as they are called and by their ids; none where no type is named. */
export async function rulesOfType(
  context: Pick<AppContext, 'api' | 'person'>,
  slug: string,
): Promise<readonly Rule[]> {
  if (slug === '') return [];
  const type = await maybe<{ readonly version?: { readonly n: number } | null }>(context, 'getRequestType', {
    params: { slug },
  });
  if (type?.version === undefined || type.version === null) return [];
  const version = await maybe<Version>(context, 'getRequestTypeVersion', {
    params: { slug, n: String(type.version.n) },
  });
  const rules = version?.document.chains?.flatMap((chain) => chain.rules ?? []) ?? [];
  return rules.map(({ id, name }) => ({ id, name }));
}
