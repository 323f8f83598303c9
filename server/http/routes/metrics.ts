import { z } from 'zod';
import { metricsSummary } from '../../use-cases/metrics/metrics-summary.ts';
import { namesOfBacklog } from '../../use-cases/metrics/names-of-backlog.ts';
import { type Endpoint, endpoint, right } from '../core/endpoint.ts';
import { json } from '../core/reply.ts';
import { expand, jsonAnswer } from '../schemas/common.ts';

const day = z.iso.date('Give a day such as 2026-03-02.').exactOptional();
const slug = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/, 'Give the slug of a request type.');
const counts = z.record(z.string(), z.number());
const durations = z
  .object({ count: z.number(), p50: z.number().nullable(), p95: z.number().nullable() })
  .meta({ id: 'Durations', description: 'In ms; percentiles within 10 %.' });

const flow = z
  .object({
    submitted: z.number(),
    closed: z.number(),
    outcomes: counts,
    sources: counts,
    assigned: z.number(),
    reassigned: z.number(),
    reassignmentRate: z.number().nullable(),
    unassigned: z.number(),
    escalated: z.number(),
    recategorised: z.number(),
    breached: z.number(),
    gates: counts,
    timeToAssignment: durations,
    firstResponse: durations,
    approvalCycle: durations,
    timeToFinish: durations,
  })
  .meta({ id: 'Flow' });

const summarySchema = z
  .object({
    from: z.string(),
    to: z.string(),
    position: z.number().meta({ description: 'The event of the log they are counted up to.' }),
    total: flow,
    types: z.record(z.string(), flow),
    days: z.array(
      z.object({ day: z.string(), submitted: z.number(), closed: z.number(), breached: z.number() }),
    ),
    backlog: z.array(
      z.object({
        type: z.string(),
        state: z.string(),
        open: z.number(),
        oldestDays: z.number(),
        byAge: z.object({ today: z.number(), week: z.number(), month: z.number(), older: z.number() }),
      }),
    ),
    names: z
      .object({
        types: z.record(z.string(), z.string()),
        states: z.record(z.string(), z.object({ title: z.string(), category: z.string() })),
      })
      .exactOptional()
      .meta({ description: 'Of request types, and of states as `type/state`, where they were asked for.' }),
  })
  .meta({ id: 'MetricsSummary' });

/** The numbers of dashboards. */
export const metrics: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/api/v1/metrics/summary',
      operationId: 'getMetricsSummary',
      tag: 'Metrics',
      summary:
        'Volume, backlog, reassignments, breaches and times, out of projected counts; the last 30 days unless said',
      query: z.strictObject({ from: day, to: day, type: slug.exactOptional(), expand }),
      answers: { 200: jsonAnswer('The numbers', summarySchema) },
    },
    right('Metrics', 'read'),
    async ({ parts, viewer, allow, query: { expand: wanted, ...asked } }) => {
      allow('read', { subject: 'Metrics', team: null });
      const summary = await metricsSummary(parts.deps, viewer, asked);
      if (wanted === undefined) return json(summary);
      const names = await namesOfBacklog(parts.deps, Object.keys(summary.types), summary.backlog);
      return json({ ...summary, names });
    },
  ),
];
