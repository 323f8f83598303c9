import { expect, test } from 'vitest';
import { eventBody } from '../../../../plugins/webhook/event-body.ts';
import { webhookConfig } from '../../../../plugins/webhook/webhook-config.ts';

const event = {
  kind: 'case.routed',
  caseId: 'case-1',
  number: 'VEN-7',
  type: 'vendor-onboarding',
  at: Date.parse('2026-03-01T12:00:00.250Z'),
  data: { pool: 'procurement' },
};
const identity = { deliveryId: 'delivery-1', connectionId: 'hook' };
const data = {
  case: { id: 'case-1', number: 'VEN-7', type: 'vendor-onboarding' },
  event: { pool: 'procurement' },
};

test('is type, timestamp and data by default', () => {
  const { body, contentType } = eventBody(event, identity, webhookConfig.parse({}));
  expect(JSON.parse(body)).toEqual({ type: 'case.routed', timestamp: '2026-03-01T12:00:00.250Z', data });
  expect(contentType).toBe('application/json');
});

test('is a CloudEvents 1.0 envelope where the connection asks for it', () => {
  const config = webhookConfig.parse({ format: 'cloudevents' });
  const { body, contentType } = eventBody(event, identity, config);
  expect(JSON.parse(body)).toEqual({
    specversion: '1.0',
    id: 'delivery-1',
    source: '/signalbox/connections/hook',
    type: 'case.routed',
    subject: 'VEN-7',
    time: '2026-03-01T12:00:00.250Z',
    datacontenttype: 'application/json',
    data,
  });
  expect(contentType).toContain('application/cloudevents+json');
  const named = webhookConfig.parse({ format: 'cloudevents', source: 'https://requests.example.org' });
  expect(JSON.parse(eventBody(event, identity, named).body).source).toBe('https://requests.example.org');
});
