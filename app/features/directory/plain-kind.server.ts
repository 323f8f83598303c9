import { must } from '../../lib/api.server.ts';
import type { Deed } from './deed.server.ts';
import type { Answered, Desk, Names } from './desk.server.ts';
import type { Cell, Column, FieldSpec, ListView, Values } from './directory-view.ts';
import { idField, reasonField, reasonWelcome } from './fields.server.ts';
import { addressOf, type Filter, type KindSlug, type Narrowing } from './kind.server.ts';
import type { Posted } from './posted.server.ts';

/** What every object has that is made and changed by fields. */
export interface PlainAnswer {
  readonly id: string;
  readonly rev: number;
  readonly active: boolean;
}

/** The words and endpoints of a kind that is made and changed by fields. */
export interface PlainKind {
  readonly slug: KindSlug;
  readonly subject: 'Team' | 'Pool' | 'Calendar' | 'Account' | 'Territory';
  /** `Pool`, as in `createPool`. */
  readonly name: string;
  /** `Pools`, as in `listPools`. */
  readonly names: string;
  /** In a sentence. */
  readonly one: string;
  /** An id such as people would give. */
  readonly example: string;
  /** What it means to be out of use. */
  readonly outOfUse: string;
}

/** How the fields of one object are asked and read. */
export interface PlainEditor {
  fields(): Promise<readonly FieldSpec[]>;
  values(): Promise<Values>;
  body(posted: Posted): Promise<Record<string, unknown>>;
  /** The controls that places in that body belong to, where its order is another than the page's. */
  placed?(posted: Posted): Readonly<Record<string, string>>;
  readonly controls?: Readonly<Record<string, string>>;
}

/** Those in use, those out of use, or both. */
export const standingFilter: Filter = {
  name: 'show',
  label: 'Which',
  options: [
    { id: '', label: 'in use' },
    { id: 'inactive', label: 'out of use' },
    { id: 'all', label: 'all' },
  ],
};

/** A page of a kind, each object as one row. */
export async function listPlain<T extends PlainAnswer>(
  desk: Desk,
  kind: PlainKind,
  narrowing: Narrowing,
  shown: { readonly columns: readonly Column[]; row(item: T, names: Names): readonly Cell[] },
): Promise<ListView> {
  const { q, show, cursor } = narrowing;
  const active = show === 'inactive' ? 'false' : show === 'all' ? 'all' : 'true';
  const page = await must<Answered<T>>(desk.context, `list${kind.names}`, {
    query: { q, active, cursor, limit: 50, expand: 'names' },
  });
  return {
    columns: shown.columns,
    rows: page.items.map((item) => ({
      id: item.id,
      to: addressOf(kind.slug, item.id),
      cells: shown.row(item, page.names),
    })),
    next: page.next,
  };
}

/** How one is made; null for those who may not. */
export function createPlain(desk: Desk, kind: PlainKind, editor: PlainEditor): Deed | null {
  if (!desk.me.may('create', kind.subject)) return null;
  return {
    id: 'create',
    label: `New ${kind.one}`,
    title: `New ${kind.one}`,
    verb: `Make the ${kind.one}`,
    done: 'Made.',
    ...(editor.controls === undefined ? {} : { controls: editor.controls }),
    fields: async () => [...(await editor.fields()), idField(kind.example), reasonWelcome],
    values: () => editor.values(),
    command: async (posted) => ({
      operationId: `create${kind.name}`,
      body: { ...(await editor.body(posted)), id: posted.text('id'), reason: posted.text('reason') },
      controls: editor.placed?.(posted),
    }),
  };
}

/** Changing one, and taking it out of use or into use again, for those who may. */
export function changePlain(
  desk: Desk,
  kind: PlainKind,
  object: PlainAnswer & { readonly title: string },
  editor: PlainEditor,
): Deed[] {
  const params = { id: object.id };
  const doc = { ...object };
  return [
    ...(desk.me.may('update', kind.subject, doc)
      ? [
          {
            id: 'change',
            label: 'Change',
            title: `Change ${object.title}`,
            verb: 'Save the change',
            done: 'Changed.',
            ...(editor.controls === undefined ? {} : { controls: editor.controls }),
            fields: async () => [...(await editor.fields()), reasonField],
            values: () => editor.values(),
            command: async (posted: Posted) => ({
              operationId: `change${kind.name}`,
              params,
              body: { ...(await editor.body(posted)), reason: posted.text('reason') },
              controls: editor.placed?.(posted),
              guarded: true as const,
            }),
          },
        ]
      : []),
    ...(desk.me.may('deactivate', kind.subject, doc) ? [standingDeed(kind, object)] : []),
  ];
}

function standingDeed(
  kind: PlainKind,
  { id, title, active }: PlainAnswer & { readonly title: string },
): Deed {
  return {
    id: active ? 'deactivate' : 'reactivate',
    label: active ? 'Take out of use' : 'Take into use',
    title: active ? `Take ${title} out of use` : `Take ${title} into use again`,
    lead: active ? kind.outOfUse : `The ${kind.one} is used again from this moment.`,
    verb: active ? 'Take out of use' : 'Take into use',
    done: active ? 'Out of use.' : 'In use again.',
    fields: async () => [active ? reasonField : reasonWelcome],
    command: (posted) => ({
      operationId: `${active ? 'deactivate' : 'reactivate'}${kind.name}`,
      params: { id },
      body: { reason: posted.text('reason') },
      guarded: true,
    }),
  };
}
