import { z } from 'zod';
import { parseAllowEntry } from './allow-entry.ts';
import { readTrustProxy } from './trust-proxy.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const processes = ['all', 'web', 'worker'] as const;

function address(protocols: RegExp, words: string) {
  return z.string().refine((text) => URL.canParse(text) && protocols.test(new URL(text).protocol), words);
}

const mailbox = z
  .string()
  .regex(/^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\]+$/, 'is not one e-mail address');

const origin = address(/^https?:$/, 'is not an address such as https://requests.example.org')
  .refine((text) => {
    if (!URL.canParse(text)) return true;
    const url = new URL(text);
    return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  }, 'holds more than scheme, host and port')
  .transform((text) => new URL(text).origin);

const allowHosts = z.string().transform((text, context) =>
  text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .flatMap((part) => {
      const entry = parseAllowEntry(part);
      if (entry) return entry;
      const message = `lists “${part}”, which is neither a host name, an address nor a range such as 10.1.0.0/16`;
      context.addIssue({ code: 'custom', message });
      return [];
    }),
);

/** The variables the product reads, each with what it must look like; an empty one counts as absent. */
export const environmentSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'is not a port number')
    .transform(Number)
    .refine((port) => port <= 65_535, 'is above 65535')
    .default(3000),
  SIGNALBOX_DATA: z.string().default('./data'),
  // Several hosts are allowed, which no URL parser reads.
  MONGODB_URL: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/[^\s/]+/, 'is not an address such as mongodb://localhost:27017/signalbox')
    .optional(),
  REDIS_URL: address(/^rediss?:$/, 'is not an address such as redis://localhost:6379').optional(),
  APP_ORIGIN: origin.optional(),
  SMTP_URL: address(/^smtps?:$/, 'is not an address such as smtp://mail.example.org:587').optional(),
  SMTP_FROM: mailbox.optional(),
  SIGNALBOX_PROCESS: z.enum(processes, { error: `is none of ${processes.join(', ')}` }).default('all'),
  SIGNALBOX_SECRET: z
    .string()
    .min(32, 'is shorter than 32 characters; `openssl rand -base64 48` makes a good one')
    .optional(),
  SIGNALBOX_ALLOW_HOSTS: allowHosts.default([]),
  SIGNALBOX_TRUST_PROXY: z
    .string()
    .transform((text, context) => {
      const trust = readTrustProxy(text);
      if (trust !== null) return trust;
      const message = 'is neither a number of proxies from 0 to 10 nor a list of their addresses';
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    })
    .default(false),
  OTEL_EXPORTER_OTLP_ENDPOINT: address(
    /^https?:$/,
    'is not an address such as http://localhost:4318',
  ).optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `is none of ${logLevels.join(', ')}` }).default('info'),
});
