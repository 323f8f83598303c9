import { afterEach, expect, test } from 'vitest';
import { email } from '../../../../plugins/email/email.ts';
import { createSmtpTransport, mailNotConfigured } from '../../../../server/connectors/smtp-transport.ts';
import { makePluginContext } from '../../../support/plugin-context.ts';
import { type SmtpPeer, startSmtpPeer } from '../../../support/smtp-peer.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function start(account?: { user: string; password: string }) {
  const peer = await startSmtpPeer(account);
  closers.push(() => peer.stop());
  return peer;
}

function transportTo(peer: Pick<SmtpPeer, 'url'>) {
  const transport = createSmtpTransport({ url: peer.url, from: 'signalbox@example.org', timeoutMs: 500 });
  closers.push(() => transport.close());
  return transport;
}

const mail = {
  to: 'ada@example.org',
  subject: 'Größe of VEN-7',
  text: 'It is yours.\n',
  messageId: '<d-1@example.org>',
};

test('hands over a message and answers with what the server said', async () => {
  const peer = await start();
  expect((await transportTo(peer).send(mail)).said).toMatch(/^250 .*taken/);
  const [message = ''] = peer.messages;
  expect(message).toMatch(/^From: signalbox@example\.org\r$/m);
  expect(message).toMatch(/^To: ada@example\.org\r$/m);
  expect(message).toMatch(/^Message-ID: <d-1@example\.org>\r$/m);
  expect(message).toMatch(/^Subject: =\?UTF-8\?Q\?Gr=C3=B6=C3=9Fe_of_VEN-7\?=\r$/m);
});

test('sends a notice of the plugin as text and HTML, with the same id when it is sent again', async () => {
  const peer = await start();
  const context = makePluginContext({ sendMail: transportTo(peer).send });
  const data = {
    to: 'ada@example.org',
    subject: 'VEN-7',
    lines: ['Yours <now>.'],
    link: 'https://x.example/7',
  };
  const event = { kind: 'notice', caseId: 'case-1', number: 'VEN-7', type: 'vendor', at: 0, data };
  const connection = { id: 'mail', config: { replyTo: 'desk@example.org' }, secrets: {} };
  for (const attempt of [1, 2]) {
    const result = await email.deliver({ deliveryId: 'd-1', attempt, connection, event }, context);
    expect(result.outcome).toBe('delivered');
  }
  const [first = '', second = ''] = peer.messages;
  expect(first).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(first).toMatch(/^Reply-To: desk@example\.org\r$/m);
  expect(first).toMatch(/^Content-Type: multipart\/alternative;/m);
  expect(first.indexOf('Content-Type: text/plain')).toBeLessThan(first.indexOf('Content-Type: text/html'));
  // Quoted-printable breaks long lines; taken together they are whole again.
  expect(first.replaceAll('=\r\n', '')).toContain('Yours &lt;now&gt;.');
  const idOf = (message: string) => /^Message-ID: .*$/m.exec(message)?.[0];
  expect(idOf(first)).toBe(idOf(second));
});

test('signs in with what the address says, and tries again while the password is wrong', async () => {
  const account = { user: 'desk@example.org', password: 'pa:ss/wo@rd' };
  const peer = await start(account);
  await expect(transportTo(peer).verify()).resolves.toBeUndefined();
  await transportTo(peer).send(mail);
  expect(peer.messages).toHaveLength(1);
  const wrong = { url: peer.url.replace(/:[^:@/]+@/, ':wrong@') };
  await expect(transportTo(wrong).send(mail)).rejects.toMatchObject({ code: 'MAIL_FAILED', retryable: true });
  await expect(transportTo(wrong).verify()).rejects.toMatchObject({ code: 'MAIL_FAILED' });
});

test.each<[string, NonNullable<SmtpPeer['refuse']>, boolean]>([
  [
    'an unknown recipient is refused for good',
    { at: 'recipient', status: 550, words: 'No such user' },
    false,
  ],
  ['a message is refused for good', { at: 'data', status: 554, words: 'Looks like junk' }, false],
  ['a busy mailbox is tried again', { at: 'recipient', status: 450, words: 'Try later' }, true],
  ['a full disk is tried again', { at: 'data', status: 452, words: 'No space' }, true],
])('%s', async (_, refuse, retryable) => {
  const peer = await start();
  peer.refuse = refuse;
  await expect(transportTo(peer).send(mail)).rejects.toMatchObject({
    code: 'MAIL_FAILED',
    retryable,
    message: expect.stringContaining(refuse.words),
  });
});

test('tries again when the server is gone or keeps silent', async () => {
  const peer = await start();
  peer.silent = true;
  await expect(transportTo(peer).send(mail)).rejects.toMatchObject({ code: 'MAIL_FAILED', retryable: true });
  await peer.stop();
  await expect(transportTo(peer).send(mail)).rejects.toMatchObject({ code: 'MAIL_FAILED', retryable: true });
});

test('says what to set where no mail server is configured', async () => {
  await expect(mailNotConfigured(mail)).rejects.toMatchObject({
    retryable: false,
    message: expect.stringContaining('SMTP_URL'),
  });
});
