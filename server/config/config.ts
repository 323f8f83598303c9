import { resolve } from 'node:path';
import type { ZodError } from 'zod';
import { type Detail, DomainError } from '../../domain/error/domain-error.ts';
import type { AllowEntry } from './allow-entry.ts';
import { environmentSchema } from './environment.ts';
import { readSecretFile } from './secret-file.ts';
import type { TrustProxy } from './trust-proxy.ts';

/** Everything that is decided outside the product, checked once at the start. */
export interface Config {
  /** 0: any free port. */
  readonly port: number;
  /** Absolute path. */
  readonly dataDir: string;
  /** Null: the embedded store in `dataDir`. */
  readonly mongodbUrl: string | null;
  /** Null: effects run in-process, found by the sweeper. */
  readonly redisUrl: string | null;
  /** Scheme, host and port that people see; `http://localhost:{port}` unless APP_ORIGIN says otherwise. */
  readonly origin: string;
  readonly smtpUrl: string | null;
  /** Sender of the installation's mail; `signalbox@{host of origin}` unless SMTP_FROM says otherwise. */
  readonly mailFrom: string;
  readonly process: 'all' | 'web' | 'worker';
  /** At least 32 characters; keys for single purposes are derived from it. Never logged. */
  readonly secret: string;
  readonly allowHosts: readonly AllowEntry[];
  readonly trustProxy: TrustProxy;
  /** Where spans are sent by OTLP over HTTP; absent or null: nowhere. */
  readonly otlpEndpoint?: string | null;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration; on the embedded store, makes and keeps the secret in the data directory when none is given.
 * @throws DomainError `VALIDATION_FAILED` with one detail per problem, naming the variable.
 */
export function readConfig(env: Environment = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const read = environmentSchema.safeParse(given);
  const problems = [...problemsOf(read.error), ...conflictsOf(given)];
  if (!read.success || problems.length > 0) throw refusal(problems);
  const values = read.data;
  const origin = values.APP_ORIGIN ?? `http://localhost:${values.PORT}`;
  const dataDir = resolve(values.SIGNALBOX_DATA);
  return {
    port: values.PORT,
    dataDir,
    mongodbUrl: values.MONGODB_URL ?? null,
    redisUrl: values.REDIS_URL ?? null,
    origin,
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.SMTP_FROM ?? `signalbox@${new URL(origin).hostname}`,
    process: values.SIGNALBOX_PROCESS,
    secret: values.SIGNALBOX_SECRET ?? keptSecret(dataDir),
    allowHosts: values.SIGNALBOX_ALLOW_HOSTS,
    trustProxy: values.SIGNALBOX_TRUST_PROXY,
    otlpEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    logLevel: values.LOG_LEVEL,
  };
}

function problemsOf(error: ZodError | undefined): Detail[] {
  return (error?.issues ?? []).map((issue) => {
    const variable = String(issue.path[0]);
    return { pointer: `/${variable}`, detail: `${variable} ${issue.message}.` };
  });
}

function conflictsOf(given: Environment): Detail[] {
  const { MONGODB_URL, REDIS_URL, SIGNALBOX_PROCESS, SIGNALBOX_SECRET } = given;
  const conflicts: Detail[] = [];
  const say = (variable: string, detail: string) => conflicts.push({ pointer: `/${variable}`, detail });
  const scaledOut = MONGODB_URL !== undefined;
  if (!scaledOut && REDIS_URL !== undefined) {
    const words =
      'REDIS_URL is set without MONGODB_URL: the embedded store serves one process, which needs no Redis.';
    say('REDIS_URL', `${words} Set MONGODB_URL too, or neither.`);
  }
  if (!scaledOut && (SIGNALBOX_PROCESS === 'web' || SIGNALBOX_PROCESS === 'worker')) {
    const words = `SIGNALBOX_PROCESS is ${SIGNALBOX_PROCESS}, but the embedded store serves one process.`;
    say('SIGNALBOX_PROCESS', `${words} Set MONGODB_URL too, or leave it at all.`);
  }
  if (scaledOut && SIGNALBOX_SECRET === undefined) {
    const words = 'SIGNALBOX_SECRET is missing: with MONGODB_URL every process needs the same secret.';
    say('SIGNALBOX_SECRET', `${words} \`openssl rand -base64 48\` makes a good one.`);
  }
  return conflicts;
}

function keptSecret(dataDir: string): string {
  const kept = readSecretFile(dataDir);
  if ('problem' in kept) throw refusal([{ pointer: '/SIGNALBOX_SECRET', detail: kept.problem }]);
  return kept.secret;
}

function refusal(details: readonly Detail[]): DomainError {
  return new DomainError('VALIDATION_FAILED', 'The configuration has problems.', { details });
}
