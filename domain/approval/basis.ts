import { hashJson } from '../hash/sha256.ts';

/** What a decision is made on: the version, the material fields, and the attachments by digest; comments are no part of it. */
export interface BasisParts {
  readonly versionHash: string;
  /** Material field → its value, or its seal; fields without a value have no key. */
  readonly materialValues: Readonly<Record<string, unknown>>;
  readonly attachmentDigests: readonly string[];
}

/** What lies between two bases: names of fields and digests only, never values. */
export interface BasisDifference {
  readonly version: boolean;
  readonly fields: readonly { readonly field: string; readonly change: 'added' | 'removed' | 'changed' }[];
  readonly attachments: { readonly added: readonly string[]; readonly removed: readonly string[] };
}

/** The hash of a basis; the order of fields and of attachments makes no difference, and two equal files count once. */
export function basisOf(parts: BasisParts): string {
  return hashJson({
    version: parts.versionHash,
    values: parts.materialValues,
    attachments: [...new Set(parts.attachmentDigests)].sort(),
  });
}

/** What changed from what somebody saw to what there is now. */
export function basisDifference(seen: BasisParts, present: BasisParts): BasisDifference {
  const old = seen.materialValues;
  const now = present.materialValues;
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  const fields: BasisDifference['fields'][number][] = [];
  for (const field of names) {
    if (!Object.hasOwn(old, field)) fields.push({ field, change: 'added' });
    else if (!Object.hasOwn(now, field)) fields.push({ field, change: 'removed' });
    else if (hashJson(old[field]) !== hashJson(now[field])) fields.push({ field, change: 'changed' });
  }
  return {
    version: seen.versionHash !== present.versionHash,
    fields,
    attachments: {
      added: without(present.attachmentDigests, seen.attachmentDigests),
      removed: without(seen.attachmentDigests, present.attachmentDigests),
    },
  };
}

function without(digests: readonly string[], others: readonly string[]): readonly string[] {
  return [...new Set(digests)].filter((digest) => !others.includes(digest)).sort();
}
