import { z } from 'zod';
import { definePlugin } from '../kit/define-plugin.ts';
import { headerText, mailbox, notice } from './notice.ts';
import { renderHtml, renderText } from './render-notice.ts';

const configSchema = z.strictObject({
  /** Sender; the installation's own address when absent. */
  from: mailbox.optional(),
  replyTo: mailbox.optional(),
  /** Put before every subject, such as `[Requests]`. */
  subjectPrefix: headerText.pipe(z.string().max(40)).optional(),
});

/** Sends notices by e-mail; retries carry the same Message-ID, so mail systems drop repeats. */
export const email = definePlugin({
  id: 'email',
  title: 'E-mail',
  configSchema,
  secretNames: [],
  eventKinds: ['notice'],
  deliver: async ({ deliveryId, connection, event }, context) => {
    const read = notice.safeParse(event.data);
    if (!read.success) {
      const words = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
      return { outcome: 'refused', said: `The notice cannot be sent. ${words.join('; ')}` };
    }
    const { from, replyTo, subjectPrefix } = connection.config;
    const sender = from ?? context.mailFrom;
    const domain = sender.slice(sender.lastIndexOf('@') + 1);
    const { said } = await context.sendMail({
      to: read.data.to,
      from: sender,
      ...(replyTo === undefined ? {} : { replyTo }),
      subject: subjectPrefix === undefined ? read.data.subject : `${subjectPrefix} ${read.data.subject}`,
      text: renderText(read.data),
      html: renderHtml(read.data),
      messageId: `<${idPart(deliveryId)}@${domain}>`,
      headers: {
        // RFC 3834: out-of-office replies must not come back to it.
        'Auto-Submitted': 'auto-generated',
        References: `<case-${idPart(event.caseId)}@${domain}>`,
      },
    });
    return { outcome: 'delivered', said };
  },
});

/** An id as the left side of a message id can carry it, different ids staying different. */
function idPart(id: string): string {
  return encodeURIComponent(id.toWellFormed()).replace(/[%'()]/g, (sign) => (sign === '%' ? '=' : '_'));
}
