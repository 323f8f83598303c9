import { randomUUID } from 'node:crypto';
import { redirect } from '@remix-run/node';
import type { AppContext } from '../../lib/app-context.ts';
import { type Deed, formOf, type NotDone, refusedBy } from './deed.server.ts';
import { type Desk, openDesk } from './desk.server.ts';
import { historyOf } from './history.server.ts';
import { addressOf, type Filter, type Kind, type Narrowing } from './kind.server.ts';
import { kindAt, openKinds } from './kinds.server.ts';
import { Misread } from './misread.server.ts';
import { readPosted } from './posted.server.ts';

type Context = Pick<AppContext, 'api' | 'person'>;

const tabsOf = (desk: Desk, current: Kind) =>
  openKinds(desk).map(({ slug, label }) => ({
    to: `/directory/${slug}`,
    label,
    current: slug === current.slug,
  }));

const narrowingIn = (asked: URLSearchParams): Narrowing => {
  const given = (name: string): string => asked.get(name)?.trim().slice(0, 200) ?? '';
  return { q: given('q'), show: given('show'), role: given('role'), cursor: asked.get('cursor') ?? '' };
};

const noFilters: readonly Filter[] = [];

/** A list of one kind, or the form that makes one. */
export async function listPage(context: Context, slug: string | undefined, url: URL) {
  const desk = await openDesk(context);
  const kind = kindAt(desk, slug);
  const narrowing = narrowingIn(url.searchParams);
  const make = kind.create(desk);
  const making = url.searchParams.get('do') === 'create';
  if (making && make === null) throw new Response(null, { status: 403 });
  const [list, filters, form] = await Promise.all([
    making ? null : kind.list(desk, narrowing),
    making ? noFilters : kind.filters(desk),
    making && make !== null ? formOf(make, { rev: '', cancel: `/directory/${kind.slug}` }, null) : null,
  ]);
  return {
    slug: kind.slug,
    label: kind.label,
    none: kind.none,
    searches: kind.searches,
    tabs: tabsOf(desk, kind),
    make: make === null ? null : make.label,
    narrowing,
    filters,
    list,
    form,
  };
}

/** Makes an object of a kind; answers the form again with why it was refused. */
export async function makeOne(context: Context, slug: string | undefined, form: FormData) {
  const desk = await openDesk(context);
  const kind = kindAt(desk, slug);
  const deed = kind.create(desk);
  if (deed === null) throw new Response(null, { status: 403 });
  const done = await carryOut(desk, deed, form);
  if ('refused' in done) return formOf(deed, { rev: '', cancel: `/directory/${kind.slug}` }, done.refused);
  throw redirect(`${done.to ?? addressOf(kind.slug, done.id)}?done=create`);
}

const shownEvents = 20;

/** Said of deeds that are not offered any more once they are done. */
const said: Readonly<Record<string, string>> = {
  create: 'Made.',
  deactivate: 'Out of use. What was held goes on by rule.',
  reactivate: 'In use again.',
  end: 'Ended.',
};

/** One object, with the form that is open on its page. */
export async function objectPage(
  context: Context,
  at: { readonly kind: string | undefined; readonly id: string },
  url: URL,
) {
  const desk = await openDesk(context);
  const kind = kindAt(desk, at.kind);
  const { view, rev, deeds, history } = await kind.read(desk, at.id);
  const wanted = url.searchParams.get('do');
  const open = deeds.find(({ id, fields, press }) => id === wanted && fields !== undefined && press !== true);
  const address = addressOf(kind.slug, at.id);
  const [happened, form] = await Promise.all([
    history === null ? null : historyOf(desk, history),
    open === undefined ? null : formOf(open, { rev: String(rev), cancel: address }, null),
  ]);
  const whole = url.searchParams.get('history') === 'all';
  const done = url.searchParams.get('done');
  return {
    slug: kind.slug,
    label: kind.label,
    address,
    rev: String(rev),
    view,
    form,
    said: done === null ? null : (deeds.find(({ id }) => id === done)?.done ?? said[done] ?? 'Done.'),
    happened:
      happened === null
        ? null
        : {
            items: whole ? happened : happened.slice(0, shownEvents),
            more: whole ? 0 : Math.max(0, happened.length - shownEvents),
          },
  };
}

/** Does something to an object; answers the form again with why it was refused. */
export async function changeOne(
  context: Context,
  at: { readonly kind: string | undefined; readonly id: string },
  form: FormData,
) {
  const desk = await openDesk(context);
  const kind = kindAt(desk, at.kind);
  const { rev, deeds, history } = await kind.read(desk, at.id);
  const deed = deeds.find(({ id }) => id === form.get('deed'));
  const address = addressOf(kind.slug, at.id);
  if (deed === undefined)
    return {
      form: null,
      said: 'This cannot be done any more: it was changed meanwhile. See below how it is now.',
      meanwhile: [],
    };
  const done = await carryOut(desk, deed, form);
  if (!('refused' in done)) throw redirect(`${done.to ?? address}?done=${deed.id}`);
  const { refused } = done;
  const seen = Number(form.get('rev'));
  const news =
    refused.stale && history !== null
      ? (await historyOf(desk, history)).slice(0, Math.max(0, rev - seen))
      : [];
  if (deed.fields === undefined || deed.press === true)
    return { form: null, said: refused.said, meanwhile: news };
  return {
    form: await formOf(deed, { rev: String(rev), cancel: address }, refused),
    said: null,
    meanwhile: news,
  };
}

type Done = { readonly id: string; readonly to: string | undefined } | { readonly refused: NotDone };

async function carryOut(desk: Desk, deed: Deed, form: FormData): Promise<Done> {
  const fields = (await deed.fields?.()) ?? [];
  const posted = readPosted(form, fields);
  try {
    const { operationId, params, body, guarded, controls, to } = await deed.command(posted);
    const seen = Number(form.get('rev'));
    const answer = await desk.context.api<{ readonly id?: string }>(operationId, {
      ...(params === undefined ? {} : { params }),
      ...(body === undefined ? {} : { body }),
      key: String(form.get('key') ?? randomUUID()),
      ...(guarded && Number.isInteger(seen) ? { seen } : {}),
    });
    if (answer.ok) return { id: answer.body.id ?? '', to };
    return { refused: refusedBy(deed, fields, answer, { values: posted.values, controls }) };
  } catch (error) {
    if (!(error instanceof Misread)) throw error;
    const { problems } = error;
    return { refused: { deed: deed.id, problems, said: null, stale: false, values: posted.values } };
  }
}
