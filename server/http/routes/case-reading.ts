import { z } from 'zod';
import { tokensOf } from '../../../domain/access/tokens-of.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import { asideOf } from '../../../domain/stream/case/asides.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { workOrders } from '../../../domain/stream/case/work-sort.ts';
import { caseForm } from '../../use-cases/case/case-form.ts';
import { casePath } from '../../use-cases/case/case-path.ts';
import { getCase } from '../../use-cases/case/get-case.ts';
import { casesPage, caseViews, fitsCase } from '../../use-cases/lists/cases-page.ts';
import { countedNames } from '../../use-cases/lists/counted-in.ts';
import { countsOf } from '../../use-cases/lists/counts-of.ts';
import { laterTimesFor } from '../../use-cases/lists/later-times-for.ts';
import { namesOfCases } from '../../use-cases/lists/names-of-cases.ts';
import { searchCases } from '../../use-cases/lists/search-cases.ts';
import { viewWork } from '../../use-cases/lists/view-work.ts';
import { workPage, workViews } from '../../use-cases/lists/work-page.ts';
import { type Endpoint, endpoint, right } from '../core/endpoint.ts';
import { json } from '../core/reply.ts';
import { caseBriefSchema, caseSchema, timeLeftSchema } from '../schemas/case-schemas.ts';
import {
  at,
  caseParams,
  expand,
  instant,
  jsonAnswer,
  pageOf,
  pageQuery,
  versionedAnswer,
} from '../schemas/common.ts';
import { listNamesSchema } from '../schemas/list-names-schema.ts';
import { briefOf, caseBody } from './case-view.ts';
import { listDeps } from './list-deps.ts';
import { noteLook } from './note-look.ts';

const tag = 'Cases';
const read = right('Case', 'read');

const slug = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/, 'Give the slug of a request type.');

const workQuery = z.strictObject({
  ...pageQuery,
  view: z.enum(workViews).default('mine'),
  order: z.enum(workOrders).default('priority'),
  type: slug.exactOptional(),
  dueBefore: instant.exactOptional(),
  expand,
});

const truth = z.enum(['true', 'false'], 'Leave this out, or say true or false.');
const day = z.iso.date('Give a day such as 2026-03-02.');

const casesFilter = z.strictObject({
  ...pageQuery,
  view: z.enum(caseViews).default('all'),
  state: z.string().min(1).max(63).exactOptional(),
  category: z.enum(['new', 'in_review', 'blocked', 'approved', 'done']).exactOptional(),
  type: slug.exactOptional(),
  owner: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,62}$/, 'Give the id of a person.')
    .exactOptional(),
  open: truth.exactOptional(),
  late: truth.exactOptional().meta({ description: 'Open and past its due time, or not.' }),
  sinceFrom: day.exactOptional().meta({ description: 'In its state since this day or later, in UTC.' }),
  sinceTo: day.exactOptional().meta({ description: 'In its state since this day or earlier, in UTC.' }),
  counted: z
    .enum(countedNames)
    .exactOptional()
    .meta({ description: 'Counted so by /metrics/summary from one day to another; needs both.' }),
  from: day.exactOptional(),
  to: day.exactOptional(),
  q: z.string().min(1).max(200).exactOptional(),
  expand,
});

const casesQuery = casesFilter
  .refine(
    ({ counted, from, to }) =>
      counted === undefined ? from === undefined && to === undefined : from !== undefined && to !== undefined,
    { path: ['counted'], error: 'Say what is counted, from which day and to which.' },
  )
  .refine(({ counted, q }) => counted === undefined || q === undefined, {
    path: ['q'],
    error: 'Search among all cases, or list what was counted, not both.',
  });

const pathStation = z
  .object({
    state: z.string(),
    title: z.string(),
    category: z.enum(['new', 'in_review', 'blocked', 'approved', 'done']),
    at: z.enum(['passed', 'here', 'ahead']),
    since: at.nullable(),
    gates: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          at: z.enum(['passed', 'here', 'ahead']),
          why: z.string().nullable(),
          signers: z.array(z.string()),
        }),
      )
      .meta({ description: 'Approvals asked there: given, asked now, or still to be asked.' }),
  })
  .meta({ id: 'CasePathStation' });

const workRow = z
  .object({
    task: z.enum(['handle', 'approve', 'answer', 'review']),
    priority: z.number(),
    dueAt: at.nullable(),
    lowUrgency: z.boolean().meta({ description: 'Screening set it behind everything else.' }),
    left: timeLeftSchema.nullable(),
    signs: z
      .object({ id: z.string(), title: z.string(), why: z.string().nullable() })
      .nullable()
      .meta({ description: 'The approval that waits for the caller, and why it is asked for.' }),
    asideUntil: at.nullable().meta({ description: 'When it comes back, if the caller put it aside.' }),
    case: caseBriefSchema,
  })
  .meta({ id: 'WorkItem' });

const count = z.object({ count: z.number(), more: z.boolean() });

/** Reading cases: lists, the inbox, and one case. */
export const caseReading: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/api/v1/cases',
      operationId: 'listCases',
      tag,
      summary: 'Cases the caller may read, by view and filter, newest first; with q a search',
      query: casesQuery,
      answers: {
        200: jsonAnswer(
          'One page',
          pageOf(caseBriefSchema).extend({
            refine: z.boolean().optional(),
            names: listNamesSchema.optional(),
          }),
        ),
      },
    },
    { kind: 'signed-in', because: 'every case is checked one by one before it is listed' },
    async (call) => {
      const { limit, cursor, q, view, expand: wanted, ...filter } = call.query;
      const lists = listDeps(call.parts);
      const named = (docs: readonly Aggregate<CaseState>[]) =>
        wanted === undefined ? undefined : namesOfCases(call.parts.deps, docs);
      const { viewer } = call;
      const now = call.parts.deps.clock.now();
      if (q !== undefined) {
        const fits = (state: CaseState): boolean => fitsCase(filter, state, now);
        const found = await searchCases(lists, { viewer, q, limit, fits });
        const { items, refine } = found;
        return json({ items: items.map(briefOf), next: null, refine, names: await named(items) });
      }
      const page = await casesPage(lists, { viewer, view, limit, cursor: cursor ?? null, now, ...filter });
      return json({ items: page.items.map(briefOf), next: page.next, names: await named(page.items) });
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/work',
      operationId: 'listWork',
      tag,
      summary: 'The inbox: what is asked of the caller, the most urgent or what is due first',
      query: workQuery,
      answers: { 200: jsonAnswer('One page', pageOf(workRow).extend({ names: listNamesSchema.optional() })) },
    },
    { kind: 'signed-in', because: 'every row is checked against its case before it is listed' },
    async ({ parts, viewer, query: { view, order, type, dueBefore, limit, cursor, expand: wanted } }) => {
      const page = await workPage(listDeps(parts), {
        ...{ viewer, view, order, limit, cursor: cursor ?? null },
        ...(type !== undefined && { type }),
        ...(dueBefore !== undefined && { dueBefore }),
      });
      const asked = await viewWork(parts.deps, viewer, page.items);
      return json({
        items: page.items.map(({ row: { task, priority, dueAt }, doc }, i) => ({
          task,
          priority,
          dueAt,
          lowUrgency: doc.state.lowUrgency,
          left: asked[i]?.left ?? null,
          signs: asked[i]?.signs ?? null,
          asideUntil: asideOf(doc.state, viewer.personId)?.until ?? null,
          case: briefOf(doc),
        })),
        next: page.next,
        names:
          wanted === undefined
            ? undefined
            : await namesOfCases(
                parts.deps,
                page.items.map(({ doc }) => doc),
              ),
      });
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/work/counts',
      operationId: 'countWork',
      tag,
      summary: 'How much each inbox of the caller holds, counted up to 100',
      answers: {
        200: jsonAnswer(
          'By view',
          z.object({ mine: count, team: count, approvals: count, unassigned: count, aside: count }),
        ),
      },
    },
    { kind: 'signed-in', because: 'every row is checked against its case before it is counted' },
    async ({ parts, viewer }) =>
      json(
        tokensOf(viewer).length === 0
          ? Object.fromEntries(workViews.map((view) => [view, { count: 0, more: false }]))
          : await countsOf(listDeps(parts), viewer),
      ),
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/work/later',
      operationId: 'listLaterTimes',
      tag,
      summary:
        'Times at which the caller may want something back that they put aside, by their zone and working hours',
      answers: {
        200: jsonAnswer(
          'In order',
          z.object({
            items: z.array(z.object({ id: z.enum(['hours', 'tomorrow', 'monday']), at })),
            latest: at,
          }),
        ),
      },
    },
    { kind: 'signed-in', because: 'it says nothing but when the caller works' },
    async ({ parts, viewer }) => json(await laterTimesFor(parts.deps, viewer.personId)),
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/cases/{id}',
      operationId: 'getCase',
      tag,
      summary: 'Everything the caller may know of one case now',
      params: caseParams,
      answers: { 200: versionedAnswer('The case', caseSchema) },
    },
    read,
    async (call) => {
      const view = await getCase(call.parts.deps, call.ability, call.params.id);
      await noteLook(call, view.sensitive);
      return json(caseBody(view), { rev: view.rev });
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/cases/{id}/form',
      operationId: 'getCaseForm',
      tag,
      summary: 'The form a case was filled in by, with the fields the caller may see',
      params: caseParams,
      answers: {
        200: jsonAnswer('The form', z.looseObject({ language: z.string() }).meta({ id: 'CaseForm' })),
      },
    },
    read,
    async ({ parts, ability, params }) => json(await caseForm(parts.deps, ability, params.id)),
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/cases/{id}/path',
      operationId: 'getCasePath',
      tag,
      summary: 'Where a case has been, where it is, and the way ahead',
      params: caseParams,
      answers: { 200: jsonAnswer('The stations', z.object({ items: z.array(pathStation) })) },
    },
    read,
    async ({ parts, ability, params }) => json({ items: await casePath(parts.deps, ability, params.id) }),
  ),
];
