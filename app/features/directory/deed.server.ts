import { randomUUID } from 'node:crypto';
import type { AskRefused } from '../../../server/http/core/call-endpoint.ts';
import type { DeedForm, FieldSpec, Problem, Section, Values } from './directory-view.ts';
import type { Posted } from './posted.server.ts';

/** What a form commands: which endpoint, on what, with what. */
export interface Command {
  readonly operationId: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Refused when the object changed since it was seen. */
  readonly guarded?: true;
  /** The controls that places in this body belong to, where they have other names. */
  readonly controls?: Readonly<Record<string, string>> | undefined;
  /** Where to go when it is done, instead of the object's own page. */
  readonly to?: string;
}

/** Something that can be done to an object, or to make one: offered only to those who may. */
export interface Deed {
  readonly id: string;
  /** On the link that opens it. */
  readonly label: string;
  readonly title: string;
  readonly lead?: string;
  readonly verb: string;
  /** Said when it is done. */
  readonly done: string;
  /** It is only ever sent from beside what it is about, by one press. */
  readonly press?: true;
  /** What it asks; nothing when it is done by one press. */
  fields?(): Promise<readonly FieldSpec[]>;
  /** What stands in its controls to begin with. */
  values?(): Promise<Values>;
  /** What to know before it is done. */
  before?(): Promise<readonly Section[]>;
  /** The control that a place in the body belongs to, where it has another name. */
  readonly controls?: Readonly<Record<string, string>>;
  /** @throws Misread for what cannot be sent as it was typed. */
  command(posted: Posted): Command | Promise<Command>;
}

/** Why a deed was not done, and what had been typed. */
export interface NotDone {
  readonly deed: string;
  readonly problems: readonly Problem[];
  readonly said: string | null;
  readonly stale: boolean;
  readonly values: Values;
}

/** A deed as its form is shown, fresh or with what was typed and why it was refused. */
export async function formOf(
  deed: Deed,
  page: { readonly rev: string; readonly cancel: string },
  refused: NotDone | null,
): Promise<DeedForm> {
  const [fields, before, values] = await Promise.all([
    deed.fields?.() ?? [],
    deed.before?.() ?? [],
    refused?.values ?? deed.values?.() ?? {},
  ]);
  return {
    id: deed.id,
    title: deed.title,
    lead: deed.lead ?? null,
    fields,
    values,
    verb: deed.verb,
    key: randomUUID(),
    ...page,
    problems: refused?.problems ?? [],
    said: refused?.said ?? null,
    before,
  };
}

/** What a refusal says, place by place, to the controls of a form. */
export function refusedBy(
  deed: Deed,
  fields: readonly FieldSpec[],
  refused: AskRefused,
  { values, controls = {} }: { readonly values: Values; readonly controls?: Command['controls'] },
): NotDone {
  const problems = refused.errors.map(({ pointer, detail }) => ({
    name: controlOf(pointer, fields, { ...deed.controls, ...controls }),
    detail,
  }));
  const reasonless = refused.code === 'REASON_REQUIRED' && fields.some(({ name }) => name === 'reason');
  return {
    deed: deed.id,
    problems: reasonless ? [{ name: 'reason', detail: refused.detail }, ...problems] : problems,
    said: refused.detail,
    stale: refused.code === 'STALE',
    values,
  };
}

/** The control that an RFC 6901 pointer leads to, or the nearest one around it; '' when there is none. */
export function controlOf(
  pointer: string,
  fields: readonly FieldSpec[],
  controls: Readonly<Record<string, string>>,
): string {
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  for (let length = parts.length; length > 0; length -= 1) {
    const path = parts.slice(0, length).join('.');
    const name = controls[path] ?? path;
    if (isControl(name, fields)) return name;
  }
  return '';
}

function isControl(name: string, fields: readonly FieldSpec[]): boolean {
  return fields.some((field) => {
    if (field.name === name) return true;
    const cell = new RegExp(`^${field.name}\\.\\d+\\.(\\w+)$`).exec(name)?.[1];
    return field.kind === 'rows' && field.columns?.some((column) => column.name === cell) === true;
  });
}
