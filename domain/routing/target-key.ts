import type { Target } from './target-schema.ts';

/** One short text per target, such as `pool:emea` or `manager`. */
export function targetKey(target: Target): string {
  const [word] = Object.entries(target).map(([kind, id]) => (id === true ? kind : `${kind}:${id}`));
  return word ?? '';
}

/** A target in plain words, such as "pool emea" or "the account's owner". */
export function targetInWords(target: Target): string {
  if ('manager' in target) return 'the requester’s manager';
  if ('accountOwner' in target) return 'the account’s owner';
  if ('territoryOwner' in target) return 'the territory’s owner';
  return targetKey(target).replace(':', ' ');
}
