import { z } from 'zod';

/** A line of text as headers can carry it: no line breaks and no other control characters. */
export const headerText = z
  .string()
  .trim()
  .min(1)
  .refine((text) => !/\p{Cc}|[\u2028\u2029]/u.test(text), 'holds a line break or another control character');

/** One plain mailbox, `name@host`; never a list, a group or a display name. */
export const mailbox = headerText.pipe(
  z
    .string()
    .max(254)
    .regex(/^[^\s@,;:<>()[\]"\\]{1,64}@[^\s@,;:<>()[\]"\\]+$/, 'is not one e-mail address'),
);

/** What a notice holds: one recipient, a subject, lines of plain text, and where to go. */
export const notice = z.object({
  to: mailbox,
  subject: headerText.pipe(z.string().max(200)),
  lines: z.array(z.string().max(4000)).min(1).max(200),
  link: z.url({ protocol: /^https?$/ }).optional(),
});

/** One notice, checked. */
export type Notice = z.output<typeof notice>;
