import type { z } from 'zod';
import type { Json } from '../../hash/canonical-json.ts';
import type { StreamKind } from '../event.ts';
import type { StreamSpec } from '../stream-spec.ts';
import type { DirectoryState } from './directory-stream.ts';

/** The kinds of directory object people create and change by fields. */
export type DirectoryKindName = Extract<
  StreamKind,
  'person' | 'team' | 'pool' | 'calendar' | 'account' | 'territory' | 'connection' | 'installation'
>;

/** Fields by name, as they are given and stored. */
export type Fields = Readonly<Record<string, Json>>;

/** Another directory object that a field names; it has to exist. */
export interface Reference {
  /** Where it is named, as an RFC 6901 pointer into the fields. */
  readonly pointer: string;
  readonly kind: DirectoryKindName;
  readonly id: string;
}

/** Which object a rule over all fields looks at, and when. */
export interface ObjectMoment {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** One kind of directory object: its stream, what its fields may be, and what they refer to. */
export interface DirectoryObject<S extends DirectoryState> {
  readonly kind: DirectoryKindName;
  readonly stream: StreamSpec<S>;
  /** What a new one may be given; fields left out stay as in the empty object. */
  readonly create: z.ZodType<object>;
  /** What may be changed later, in part. */
  readonly patch: z.ZodType<object>;
  /** What the given fields refer to. */
  readonly references: (fields: Fields) => readonly Reference[];
  /** Throws VALIDATION_FAILED when the fields do not fit each other; `next` is the object as it would become. */
  check?(next: S, moment: ObjectMoment): void;
}

/** References out of one field that holds an id, a list of ids, or null. */
export function namedIn(fields: Fields, field: string, kind: DirectoryKindName): Reference[] {
  const value = fields[field];
  if (typeof value === 'string') return [{ pointer: `/${field}`, kind, id: value }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((id, i) => (typeof id === 'string' ? [{ pointer: `/${field}/${i}`, kind, id }] : []));
}
