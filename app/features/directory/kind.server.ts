import type { Deed } from './deed.server.ts';
import type { Desk } from './desk.server.ts';
import type { ListView, ObjectView, Option } from './directory-view.ts';

/** What narrows a list, as the address says it. */
export interface Narrowing {
  readonly q: string;
  readonly show: string;
  readonly role: string;
  readonly cursor: string;
}

/** One choice that narrows a list. */
export interface Filter {
  readonly name: 'show' | 'role';
  readonly label: string;
  readonly options: readonly Option[];
}

/** One object as its page needs it: what is shown, and what may be done. */
export interface ObjectPage {
  readonly view: ObjectView;
  readonly rev: number;
  readonly deeds: readonly Deed[];
  /** The endpoint and id under which its history is read; null when it is not for whoever asks. */
  readonly history: { readonly operationId: string; readonly id: string; readonly zone?: string } | null;
}

/** A kind of thing in the directory: the one place that knows what matters about it. */
export interface Kind {
  readonly slug: KindSlug;
  /** On its tab. */
  readonly label: string;
  /** Said where the list is empty and nothing narrows it. */
  readonly none: string;
  readonly searches: boolean;
  /** Whether whoever asks has anything to read here. */
  isOpen(desk: Desk): boolean;
  filters(desk: Desk): Promise<readonly Filter[]>;
  list(desk: Desk, narrowing: Narrowing): Promise<ListView>;
  /** How one is made, by those who may. */
  create(desk: Desk): Deed | null;
  read(desk: Desk, id: string): Promise<ObjectPage>;
}

export type KindSlug =
  | 'people'
  | 'teams'
  | 'pools'
  | 'calendars'
  | 'accounts'
  | 'territories'
  | 'delegations';

/** The address of an object. */
export const addressOf = (kind: KindSlug, id: string): string => `/directory/${kind}/${id}`;
