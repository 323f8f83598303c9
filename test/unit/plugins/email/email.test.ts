import { expect, test } from 'vitest';
import { email } from '../../../../plugins/email/email.ts';
import { renderHtml, renderText } from '../../../../plugins/email/render-notice.ts';
import type { Mail } from '../../../../plugins/kit/context.ts';
import type { Json } from '../../../../plugins/kit/json.ts';
import { makePluginContext } from '../../../support/plugin-context.ts';

async function send(data: Record<string, Json>, config: Record<string, Json> = {}, deliveryId = 'd-1') {
  const mails: Mail[] = [];
  const sendMail = async (mail: Mail) => {
    mails.push(mail);
    return { said: '250 taken' };
  };
  const event = { kind: 'notice', caseId: 'case-1', number: 'VEN-7', type: 'vendor', at: 0, data };
  const connection = { id: 'mail', config, secrets: {} };
  const result = await email.deliver(
    { deliveryId, attempt: 1, connection, event },
    makePluginContext({ sendMail }),
  );
  return { result, mails };
}

const good = { to: 'ada@example.org', subject: 'VEN-7 is yours', lines: ['It is due on Monday.'] };

test('sends text and HTML with a stable id and as automatic', async () => {
  const { result, mails } = await send({ ...good, link: 'https://requests.example.org/cases/VEN-7?a=1&b=2' });
  expect(result).toEqual({ outcome: 'delivered', said: '250 taken' });
  expect(mails).toEqual([
    {
      to: 'ada@example.org',
      from: 'signalbox@example.org',
      subject: 'VEN-7 is yours',
      text: 'It is due on Monday.\n\nhttps://requests.example.org/cases/VEN-7?a=1&b=2\n',
      html: expect.stringContaining('href="https://requests.example.org/cases/VEN-7?a=1&amp;b=2"'),
      messageId: '<d-1@example.org>',
      headers: { 'Auto-Submitted': 'auto-generated', References: '<case-case-1@example.org>' },
    },
  ]);
});

test('uses the sender, reply address and prefix of the connection', async () => {
  const config = { from: 'ops@corp.example', replyTo: 'desk@corp.example', subjectPrefix: '[Requests]' };
  const { mails } = await send(good, config);
  expect(mails[0]).toMatchObject({
    from: 'ops@corp.example',
    replyTo: 'desk@corp.example',
    subject: '[Requests] VEN-7 is yours',
    messageId: '<d-1@corp.example>',
  });
});

test('keeps a message id well-formed whatever the delivery is called', async () => {
  const { mails } = await send(good, {}, 'case 1:notify>\r\nBcc: eve@example.org');
  expect(mails[0]?.messageId).toMatch(/^<[A-Za-z0-9=_.!~*-]+@example\.org>$/);
});

test.each<[string, Record<string, Json>]>([
  ['a line break in the subject', { ...good, subject: 'Hello\r\nBcc: eve@example.org' }],
  ['a bare line feed in the subject', { ...good, subject: 'Hello\nBcc: eve@example.org' }],
  ['a line separator in the subject', { ...good, subject: 'Hello\u2028Bcc: eve@example.org' }],
  ['a line break in the recipient', { ...good, to: 'ada@example.org\r\nBcc: eve@example.org' }],
  ['two recipients', { ...good, to: 'ada@example.org, eve@example.org' }],
  ['a recipient with a display name', { ...good, to: 'Ada <ada@example.org>' }],
  ['no text', { ...good, lines: [] }],
  ['no subject', { ...good, subject: ' ' }],
  ['a link that runs script', { ...good, link: 'javascript:alert(1)' }],
])('refuses a notice with %s', async (_, data) => {
  const { result, mails } = await send(data);
  expect(result.outcome).toBe('refused');
  expect(mails).toEqual([]);
});

test('refuses a connection whose prefix would write headers', () => {
  expect(email.configSchema.safeParse({ subjectPrefix: 'a\r\nBcc: x@y' }).success).toBe(false);
  expect(email.configSchema.safeParse({ from: 'Ops <ops@corp.example>' }).success).toBe(false);
});

test('escapes every word in HTML and leaves the text as it is', () => {
  const notice = { to: 'a@b', subject: 's', lines: ['<script>alert("1")</script> & \'x\'', '', 'next'] };
  const html = renderHtml(notice);
  expect(html).toContain(
    '<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;</p><p>next</p>',
  );
  expect(renderText(notice)).toBe('<script>alert("1")</script> & \'x\'\n\nnext\n');
});
