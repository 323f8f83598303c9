import { Fault } from '../domain/error/fault.ts';
import type { Config } from './config/config.ts';
import { createSmtpTransport } from './connectors/smtp-transport.ts';
import { heldAfterRestore } from './use-cases/backup/held-outside.ts';
import type { NoticeMail } from './use-cases/notice/notify.ts';

/** The way notices go by mail. */
export interface NoticeMailer {
  /** Sends one notice with a link to its case; a repeat carries the same message id. @throws Fault. */
  send(message: NoticeMail): Promise<void>;
  close(): void;
}

/** A mailer over the configured mail server, which sends nothing while mail is held; undefined where none is configured. */
export function noticeMail(config: Config, isHeld: () => Promise<boolean>): NoticeMailer | undefined {
  if (config.smtpUrl === null) return undefined;
  const transport = createSmtpTransport({ url: config.smtpUrl, from: config.mailFrom });
  const domain = config.mailFrom.slice(config.mailFrom.lastIndexOf('@') + 1);
  return {
    close: () => transport.close(),
    async send({ key, to, subject, lines, caseId }) {
      if (await isHeld()) throw new Fault('OUTSIDE_HELD', heldAfterRestore, { retryable: false });
      const link = `${config.origin}/cases/${encodeURIComponent(caseId)}`;
      await transport.send({
        to,
        subject,
        text: `${[...lines, '', link].join('\n')}\n`,
        messageId: `<${idPart(key)}@${domain}>`,
        headers: {
          // RFC 3834: out-of-office replies must not come back to it.
          'Auto-Submitted': 'auto-generated',
          References: `<case-${idPart(caseId)}@${domain}>`,
        },
      });
    },
  };
}

/** An id as the left side of a message id can carry it. */
function idPart(id: string): string {
  return encodeURIComponent(id.toWellFormed()).replace(/[%'()]/g, (sign) => (sign === '%' ? '=' : '_'));
}
