import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { answerStarting } from '../../../../server/http/answer-starting.ts';

it('answers whoever comes while the product starts with a problem document and when to come again', async () => {
  const server = createServer(answerStarting);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://localhost:${port}/api/v1/me`, {
    headers: { 'X-Request-Id': 'early-bird-1' },
  });
  expect(answer.status).toBe(503);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.headers.get('retry-after')).toBe('1');
  expect(answer.headers.get('x-request-id')).toBe('early-bird-1');
  expect(await answer.json()).toEqual({
    type: 'urn:signalbox:problem:unavailable',
    title: 'Not available just now',
    status: 503,
    detail: 'Signalbox is starting. Come again in a moment.',
    code: 'UNAVAILABLE',
    requestId: 'early-bird-1',
  });
});
