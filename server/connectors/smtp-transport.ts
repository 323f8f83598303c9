import { createTransport } from 'nodemailer';
import { Fault } from '../../domain/error/fault.ts';
import type { SendMail } from '../../plugins/kit/context.ts';

/** The mail server of the installation. */
export interface SmtpTransport {
  readonly send: SendMail;
  /** Connects and signs in without sending; @throws Fault when that fails. */
  verify(): Promise<void>;
  close(): void;
}

/** Speaks SMTP to the server of `url` (`smtp://user:password@host:587`, or `smtps://` for TLS from the start), one connection per message. */
export function createSmtpTransport(options: {
  readonly url: string;
  /** Sender where a message names none. */
  readonly from: string;
  /** For each of connecting, greeting and every silence; default 10 s. */
  readonly timeoutMs?: number;
}): SmtpTransport {
  const url = new URL(options.url);
  const timeoutMs = options.timeoutMs ?? 10_000;
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    secure: url.protocol === 'smtps:',
    ...(url.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    // A message is data: nothing in it may name a file or an address to read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => {
      try {
        const { headers, ...rest } = mail;
        const sent = await transport.sendMail({ from: options.from, ...rest, headers: { ...headers } });
        return { said: sent.response ?? '' };
      } catch (error) {
        throw asFault(error);
      }
    },
    verify: async () => {
      try {
        await transport.verify();
      } catch (error) {
        throw asFault(error);
      }
    },
    close: () => transport.close(),
  };
}

/** The way mail goes where no mail server is configured: nowhere, and it says so. */
export const mailNotConfigured: SendMail = async () => {
  throw new Fault('MAIL_NOT_CONFIGURED', 'No mail server is configured. Set SMTP_URL.', { retryable: false });
};

function asFault(error: unknown): Fault {
  const said = error instanceof Error ? error.message : String(error);
  const status = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // A failed sign-in judges the installation, not the message: it passes once the password is mended.
  const forGood = status >= 500 && code !== 'EAUTH' && status !== 530 && status !== 535;
  return new Fault('MAIL_FAILED', `The mail server did not take the message: ${said}`, {
    retryable: !forGood,
    cause: error,
  });
}
