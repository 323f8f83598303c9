import type { Attributes, Context, Span, Tracer } from '@opentelemetry/api';
import { DomainError } from '../../domain/error/domain-error.ts';

/** One piece of work in a trace. */
export interface Traced {
  readonly name: string;
  readonly kind: 'server' | 'consumer';
  readonly attributes?: Attributes;
  /** Headers of the request it answers: a trace begun elsewhere goes on here. */
  readonly headers?: Readonly<Record<string, string | string[] | undefined>>;
}

/** Does work within a span of its own; what it throws passes through, and is on the span unless it is a refusal. */
export type Trace = <T>(traced: Traced, work: () => Promise<T>) => Promise<T>;

/** Spans of one process. */
export interface Tracing {
  readonly trace: Trace;
  /** Sends what has gathered and sends no more; waits 2 s at most. */
  close(): Promise<void>;
}

/** No spans at all, at no cost. */
export const untraced: Tracing = { trace: (_, work) => work(), close: () => Promise.resolve() };

const closeMs = 2_000;

/**
 * Sends spans by OTLP over HTTP to this collector (`…/v1/traces` is added); headers, sampling and the service's name are read from the
 * standard OTEL_ variables. What cannot be delivered is dropped, and nothing waits for it.
 */
export async function openTracing(endpoint: string): Promise<Tracing> {
  // Loaded by those who trace only.
  const [api, sdk, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]);
  process.env['OTEL_SERVICE_NAME'] ??= 'signalbox';
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  const provider = new sdk.NodeTracerProvider({
    spanProcessors: [new sdk.BatchSpanProcessor(new OTLPTraceExporter({ url }))],
  });
  provider.register();
  const tracer = provider.getTracer('signalbox');
  const kinds = { server: api.SpanKind.SERVER, consumer: api.SpanKind.CONSUMER };
  const trace: Trace = (traced, work) => {
    const { name, kind, attributes = {}, headers } = traced;
    const parent: Context =
      headers === undefined
        ? api.context.active()
        : api.propagation.extract(api.context.active(), { ...headers });
    return within(tracer, { name, options: { kind: kinds[kind], attributes }, parent }, async (span) => {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof DomainError)) {
          span.recordException(error instanceof Error ? error : String(error));
          span.setStatus({ code: api.SpanStatusCode.ERROR });
        }
        throw error;
      } finally {
        span.end();
      }
    });
  };
  return {
    trace,
    async close() {
      const late = new Promise((resolve) => setTimeout(resolve, closeMs).unref());
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
    },
  };
}

function within<T>(
  tracer: Tracer,
  {
    name,
    options,
    parent,
  }: {
    readonly name: string;
    readonly options: Parameters<Tracer['startSpan']>[1] & object;
    readonly parent: Context;
  },
  work: (span: Span) => Promise<T>,
): Promise<T> {
  return tracer.startActiveSpan(name, options, parent, work);
}
