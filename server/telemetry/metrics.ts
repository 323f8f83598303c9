import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { label } from './label.ts';

/** What is timed, and so counted (`…_count`); durations in seconds, label values are names from the code and never ids. */
export interface Metrics {
  /** `route` is the pattern, such as `/api/v1/cases/:id`. */
  httpRequest(request: { method: string; route: string; status: number; seconds: number }): void;
  command(command: {
    kind: string;
    outcome: 'done' | 'repeated' | 'refused' | 'failed';
    seconds: number;
  }): void;
  effect(effect: {
    kind: string;
    outcome: 'done' | 'retried' | 'quarantined' | 'cancelled' | 'lost';
    seconds: number;
  }): void;
  /** A routing event: how it ended and how long after submission or trigger. */
  routed(routing: { terminal: string; seconds: number }): void;
  delivery(delivery: { plugin: string; outcome: 'delivered' | 'retry' | 'refused'; seconds: number }): void;
  store(operation: { operation: string; outcome: 'done' | 'conflict' | 'failed'; seconds: number }): void;
  effectsOverdue(count: number): void;
  effectsQuarantined(count: number): void;
  /** Events committed but not yet in the log. */
  logLag(events: number): void;
  liveStreams(count: number): void;
  /** Everything in Prometheus' text format. */
  expose(): Promise<{ readonly contentType: string; readonly body: string }>;
}

const fast = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const slow = [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** Opens a registry of its own, with the process' own metrics (`process_…`, `nodejs_…`) unless they are left out. */
export function createMetrics(options: { readonly ofProcess?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (options.ofProcess ?? true) collectDefaultMetrics({ register: registry });
  const timed = timersIn(registry);
  const http = timed('signalbox_http_request_duration_seconds', 'HTTP requests answered', fast, [
    'method',
    'route',
    'status',
  ]);
  const commands = timed('signalbox_command_duration_seconds', 'Commands', fast, ['kind', 'outcome']);
  const effects = timed('signalbox_effect_duration_seconds', 'Effects run', slow, ['kind', 'outcome']);
  const routings = timed('signalbox_routing_duration_seconds', 'From trigger to routing decision', slow, [
    'terminal',
  ]);
  const deliveries = timed('signalbox_delivery_duration_seconds', 'Deliveries attempted', slow, [
    'plugin',
    'outcome',
  ]);
  const store = timed('signalbox_store_duration_seconds', 'Store operations', fast, ['operation', 'outcome']);
  const gauge = gaugesIn(registry);
  return {
    httpRequest: ({ method, route, status, seconds }) =>
      http({ method: label(method), route: label(route), status: String(status) }, seconds),
    command: ({ kind, outcome, seconds }) => commands({ kind: label(kind), outcome }, seconds),
    effect: ({ kind, outcome, seconds }) => effects({ kind: label(kind), outcome }, seconds),
    routed: ({ terminal, seconds }) => routings({ terminal: label(terminal) }, seconds),
    delivery: ({ plugin, outcome, seconds }) => deliveries({ plugin: label(plugin), outcome }, seconds),
    store: ({ operation, outcome, seconds }) => store({ operation: label(operation), outcome }, seconds),
    effectsOverdue: gauge('signalbox_effects_overdue', 'Effects due and not running'),
    effectsQuarantined: gauge('signalbox_effects_quarantined', 'Effects waiting for a person'),
    logLag: gauge('signalbox_log_lag_events', 'Events committed and not yet in the log'),
    liveStreams: gauge('signalbox_live_streams', 'Open live streams'),
    expose: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}

function timersIn(registry: Registry) {
  return <Name extends string>(name: string, help: string, buckets: number[], labelNames: Name[]) => {
    const histogram = new Histogram<Name>({ name, help, buckets, labelNames, registers: [registry] });
    return (labels: Record<Name, string>, seconds: number) => histogram.observe(labels, Math.max(0, seconds));
  };
}

function gaugesIn(registry: Registry) {
  return (name: string, help: string) => {
    const gauge = new Gauge({ name, help, registers: [registry] });
    return (value: number) => gauge.set(value);
  };
}
