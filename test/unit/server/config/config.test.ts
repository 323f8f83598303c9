import { expect, test } from 'vitest';
import { DomainError } from '../../../../domain/error/domain-error.ts';
import { type Environment, readConfig } from '../../../../server/config/config.ts';

const secret = 's'.repeat(32);
const scaledOut = {
  SIGNALBOX_SECRET: secret,
  MONGODB_URL: 'mongodb://a:27017,b:27018/signalbox?replicaSet=rs0',
};

function problemsOf(env: Environment): string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof DomainError) return error.details.map((each) => each.detail);
    throw error;
  }
  return [];
}

test('needs nothing but a secret', () => {
  expect(readConfig({ SIGNALBOX_SECRET: secret, SIGNALBOX_DATA: '/var/lib/signalbox' })).toEqual({
    port: 3000,
    dataDir: '/var/lib/signalbox',
    mongodbUrl: null,
    redisUrl: null,
    origin: 'http://localhost:3000',
    smtpUrl: null,
    mailFrom: 'signalbox@localhost',
    process: 'all',
    secret,
    allowHosts: [],
    trustProxy: false,
    otlpEndpoint: null,
    logLevel: 'info',
  });
});

test('reads every variable', () => {
  const config = readConfig({
    ...scaledOut,
    PORT: '8080',
    REDIS_URL: 'redis://cache:6379/2',
    APP_ORIGIN: 'https://Requests.Example.org/',
    SMTP_URL: 'smtps://user:pa%20ss@mail.example.org:465',
    SMTP_FROM: 'requests@example.org',
    SIGNALBOX_PROCESS: 'worker',
    SIGNALBOX_ALLOW_HOSTS: 'crm.internal:8443, 10.0.0.0/8 [::1]:3000',
    SIGNALBOX_TRUST_PROXY: '10.0.0.0/8, loopback',
    LOG_LEVEL: 'debug',
  });
  expect(config).toMatchObject({
    port: 8080,
    mongodbUrl: scaledOut.MONGODB_URL,
    redisUrl: 'redis://cache:6379/2',
    origin: 'https://requests.example.org',
    mailFrom: 'requests@example.org',
    process: 'worker',
    trustProxy: ['10.0.0.0/8', 'loopback'],
    logLevel: 'debug',
  });
  expect(config.allowHosts).toEqual([
    { kind: 'host', host: 'crm.internal', port: 8443 },
    { kind: 'range', address: '10.0.0.0', prefix: 8, family: 'ipv4', port: null },
    { kind: 'range', address: '::1', prefix: 128, family: 'ipv6', port: 3000 },
  ]);
});

test('counts an empty variable as absent', () => {
  expect(readConfig({ SIGNALBOX_SECRET: secret, MONGODB_URL: '', PORT: ' ' }).port).toBe(3000);
});

test('runs on MongoDB without Redis', () => {
  expect(readConfig({ ...scaledOut, SIGNALBOX_PROCESS: 'web' })).toMatchObject({
    redisUrl: null,
    process: 'web',
  });
});

test.each<[string, Environment]>([
  ['PORT', { PORT: '80a' }],
  ['PORT', { PORT: '70000' }],
  ['PORT', { PORT: '-1' }],
  ['MONGODB_URL', { MONGODB_URL: 'postgres://x/y' }],
  ['REDIS_URL', { ...scaledOut, REDIS_URL: 'localhost:6379' }],
  ['APP_ORIGIN', { APP_ORIGIN: 'requests.example.org' }],
  ['APP_ORIGIN', { APP_ORIGIN: 'https://example.org/requests' }],
  ['SMTP_URL', { SMTP_URL: 'mail.example.org' }],
  ['SMTP_FROM', { SMTP_FROM: 'Requests <requests@example.org>' }],
  ['SIGNALBOX_PROCESS', { SIGNALBOX_PROCESS: 'both' }],
  ['SIGNALBOX_PROCESS', { SIGNALBOX_PROCESS: 'worker' }],
  ['SIGNALBOX_SECRET', { SIGNALBOX_SECRET: 'short' }],
  ['SIGNALBOX_SECRET', { MONGODB_URL: 'mongodb://a/b', SIGNALBOX_SECRET: '' }],
  ['SIGNALBOX_ALLOW_HOSTS', { SIGNALBOX_ALLOW_HOSTS: 'crm.internal, 10.0.0.0/40' }],
  ['SIGNALBOX_ALLOW_HOSTS', { SIGNALBOX_ALLOW_HOSTS: '127.1' }],
  ['SIGNALBOX_ALLOW_HOSTS', { SIGNALBOX_ALLOW_HOSTS: 'https://crm.internal' }],
  ['SIGNALBOX_ALLOW_HOSTS', { SIGNALBOX_ALLOW_HOSTS: '*' }],
  ['SIGNALBOX_ALLOW_HOSTS', { SIGNALBOX_ALLOW_HOSTS: 'crm.internal:0' }],
  ['SIGNALBOX_TRUST_PROXY', { SIGNALBOX_TRUST_PROXY: 'true' }],
  ['SIGNALBOX_TRUST_PROXY', { SIGNALBOX_TRUST_PROXY: '11' }],
  ['SIGNALBOX_TRUST_PROXY', { SIGNALBOX_TRUST_PROXY: '0.0.0.0/0' }],
  ['SIGNALBOX_TRUST_PROXY', { SIGNALBOX_TRUST_PROXY: 'proxy.internal' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ['REDIS_URL', { REDIS_URL: 'redis://localhost' }],
])('says plainly that %s is wrong in %j', (variable, env) => {
  const problems = problemsOf({ SIGNALBOX_SECRET: secret, ...env });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${variable} .+\\.$`));
});

test('says every problem at once, and never a secret', () => {
  const env = {
    PORT: 'x',
    LOG_LEVEL: 'y',
    REDIS_URL: 'redis://:hunter2hunter2@h',
    SIGNALBOX_SECRET: 'hunter2',
  };
  const problems = problemsOf(env);
  expect(problems.map((each) => each.split(' ')[0])).toEqual([
    'PORT',
    'SIGNALBOX_SECRET',
    'LOG_LEVEL',
    'REDIS_URL',
  ]);
  expect(problems.join()).not.toContain('hunter2');
});
