import type { SystemRole } from '../stream/person/person-state.ts';
import type { Scope } from './scopes.ts';

/** Somebody who looks and acts: a person in a session, or a program by a token; read anew from the directory for each request. */
export interface Viewer {
  readonly personId: string;
  readonly kind: 'person' | 'service';
  readonly systemRoles: readonly SystemRole[];
  /** Business roles, as definitions name them. */
  readonly roles: readonly string[];
  /** Teams that name the person as a member. */
  readonly teams: readonly string[];
  /** Pools that name the person as a member. */
  readonly pools: readonly string[];
  /** What a token narrows its person's rights to; null in a session, which is not narrowed. */
  readonly scopes: readonly Scope[] | null;
}
