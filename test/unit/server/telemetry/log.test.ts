import { expect, test } from 'vitest';
import { createLog, type LogLevel } from '../../../../server/telemetry/log.ts';

function logged(level: LogLevel = 'debug') {
  const lines: string[] = [];
  const log = createLog({
    level,
    destination: { write: (line) => lines.push(line) },
    base: { process: 'web' },
  });
  return { log, read: () => lines.map((line) => JSON.parse(line)) };
}

test('writes one JSON line per event, with time, level and what was given', () => {
  const { log, read } = logged();
  log.with({ requestId: 'r-12345678' }).info('case-submitted', { number: 'VEN-7' });
  expect(read()).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      event: 'case-submitted',
      process: 'web',
      requestId: 'r-12345678',
      number: 'VEN-7',
    },
  ]);
});

test('keeps a line a line, whatever is in it', () => {
  const lines: string[] = [];
  createLog({ level: 'info', destination: { write: (line) => lines.push(line) } }).info('x', {
    said: 'a\nb\u2028c',
  });
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd()).not.toContain('\n');
});

test('does not let details pass for the line itself', () => {
  const { log, read } = logged();
  log.warn('real', { event: 'fake', level: 'debug', time: 'never' });
  expect(read()[0]).toMatchObject({ event: 'real', level: 'warn' });
  expect(read()[0].time).not.toBe('never');
});

test('leaves out what is below its level', () => {
  const { log, read } = logged('warn');
  log.info('quiet');
  log.error('loud');
  expect(read().map((line) => line.event)).toEqual(['loud']);
});

const canary = 'hunter2-hunter2-hunter2';
test.each<[string, Record<string, unknown>]>([
  ['a password', { password: canary }],
  ['a nested token', { request: { body: [{ apiToken: canary }] } }],
  ['a header', { headers: { authorization: `Bearer ${canary}`, cookie: canary, 'set-cookie': [canary] } }],
  ['a credential object', { credentials: { any: canary } }],
  ['a bearer token in a sentence', { said: `sent Authorization: Bearer ${canary}` }],
  ['credentials in an address', { url: `redis://user:${canary}@cache:6379` }],
  ['a signing secret in a sentence', { said: `used whsec_${canary.replaceAll('-', '')}` }],
  ['an error', { err: Object.assign(new Error(`mongodb://u:${canary}@db failed`), { password: canary }) }],
  ['the cause of an error', { err: new Error('x', { cause: new Error(`Basic ${canary}`) }) }],
  ['a map', { map: new Map([['a', { secret: canary }]]) }],
  ['bytes', { key: Buffer.from(canary) }],
])('hides %s', (_, details) => {
  const { log, read } = logged();
  log.with(details).error(`failed at redis://:${canary}@cache`, details);
  expect(JSON.stringify(read())).not.toContain('hunter2');
});

test('shows fencing tokens, reader tokens and what is not there', () => {
  const { log, read } = logged();
  log.info('effect-claimed', { token: 4, tokens: ['person:ada'], secret: null, count: 10n });
  expect(read()[0]).toMatchObject({ token: 4, tokens: ['person:ada'], secret: null, count: '10' });
});

test('tells errors with their code, and survives what refers to itself', () => {
  const { log, read } = logged();
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  log.error('x', { err: Object.assign(new Error('no disk'), { code: 'ENOSPC' }), circle });
  expect(read()[0].err).toMatchObject({ message: 'no disk', code: 'ENOSPC', stack: expect.any(String) });
});
