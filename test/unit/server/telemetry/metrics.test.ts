import { fc, test as law } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { label } from '../../../../server/telemetry/label.ts';
import { createMetrics } from '../../../../server/telemetry/metrics.ts';
import { requestIdOf } from '../../../../server/telemetry/request-id.ts';
import { createTelemetry } from '../../../../server/telemetry/telemetry.ts';

test('exposes what it was told in Prometheus text', async () => {
  const metrics = createMetrics({ ofProcess: false });
  metrics.httpRequest({ method: 'GET', route: '/api/v1/cases/:id', status: 200, seconds: 0.002 });
  metrics.command({ kind: 'submit', outcome: 'done', seconds: 0.001 });
  metrics.effect({ kind: 'route', outcome: 'retried', seconds: 0.01 });
  metrics.routed({ terminal: 'unassigned', seconds: 0.2 });
  metrics.delivery({ plugin: 'http-sync', outcome: 'refused', seconds: 0.3 });
  metrics.store({ operation: 'replace', outcome: 'conflict', seconds: 0.0001 });
  metrics.effectsOverdue(3);
  metrics.effectsQuarantined(1);
  metrics.logLag(12);
  metrics.liveStreams(2);
  const { contentType, body } = await metrics.expose();
  expect(contentType).toContain('text/plain');
  for (const line of [
    'signalbox_http_request_duration_seconds_count{method="GET",route="/api/v1/cases/:id",status="200"} 1',
    'signalbox_command_duration_seconds_count{kind="submit",outcome="done"} 1',
    'signalbox_effect_duration_seconds_count{kind="route",outcome="retried"} 1',
    'signalbox_routing_duration_seconds_count{terminal="unassigned"} 1',
    'signalbox_delivery_duration_seconds_count{plugin="http-sync",outcome="refused"} 1',
    'signalbox_store_duration_seconds_count{operation="replace",outcome="conflict"} 1',
    'signalbox_effects_overdue 3',
    'signalbox_effects_quarantined 1',
    'signalbox_log_lag_events 12',
    'signalbox_live_streams 2',
  ]) {
    expect(body.split('\n')).toContain(line);
  }
});

test('is not shared between two of them', async () => {
  const [one, two] = [createTelemetry({ level: 'silent' }), createTelemetry({ level: 'silent' })];
  one.metrics.logLag(7);
  expect((await one.metrics.expose()).body).toContain('signalbox_log_lag_events 7');
  expect((await two.metrics.expose()).body).toContain('signalbox_log_lag_events 0');
  expect((await two.metrics.expose()).body).toContain('process_resident_memory_bytes');
});

test.each([
  '/api/v1/cases/:id',
  '/api/v1/request-types/:slug/versions/:n',
  '/assets/*',
  'http-sync',
  'wait-list-look',
  'GET',
  'changeOfRequestTypeAndOwner',
])('keeps the label %s', (value) => {
  expect(label(value)).toBe(value);
});

test.each(['/api/v1/cases/01JABCDEFGHJKMNPQRSTVWXYZ0', 'VEN-1042', '', '42', 'ada@example.org', 'a b', 'é'])(
  'makes the label “%s” other',
  (value) => {
    expect(label(value)).toBe('other');
  },
);

law.prop([fc.oneof(fc.uuid(), fc.ulid(), fc.stringMatching(/^[0-9a-f]{64}$/))])('never shows an id', (id) => {
  expect(label(id)).toBe('other');
  expect(label(`/cases/${id}/events`)).toBe('other');
});

test('takes over a plain request id and makes one in place of any other', () => {
  expect(requestIdOf('a1b2c3d4-e5', () => 'fresh')).toBe('a1b2c3d4-e5');
  for (const given of [
    undefined,
    '',
    'short',
    'x'.repeat(65),
    'has space 123',
    'line\nbreak-1',
    '<script>alert',
  ]) {
    expect(requestIdOf(given, () => 'fresh')).toBe('fresh');
  }
});
