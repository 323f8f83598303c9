import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** A real SMTP server on loopback that records what it gets. */
export interface SmtpPeer {
  readonly url: string;
  /** Raw messages, in order. */
  readonly messages: string[];
  /** Status and words of the refusal of a recipient or a message; null: takes it. */
  refuse: { readonly at: 'recipient' | 'data'; readonly status: number; readonly words: string } | null;
  /** True: takes a message and never answers. */
  silent: boolean;
  stop(): Promise<void>;
}

/** Starts a peer that takes every message, with a sign-in only for `user` and `password` when they are given. */
export async function startSmtpPeer(account?: { user: string; password: string }): Promise<SmtpPeer> {
  const refusalAt = (at: 'recipient' | 'data'): Error | null => {
    if (peer.refuse?.at !== at) return null;
    return Object.assign(new Error(peer.refuse.words), { responseCode: peer.refuse.status });
  };
  const server = new SMTPServer({
    disabledCommands: account ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    authOptional: account === undefined,
    allowInsecureAuth: true,
    logger: false,
    onAuth: (auth, _session, done) => {
      const known = auth.username === account?.user && auth.password === account?.password;
      done(known ? null : new Error('Wrong name or password'), known ? { user: auth.username } : undefined);
    },
    onRcptTo: (_address, _session, done) => done(refusalAt('recipient')),
    onData: (stream: SMTPServerDataStream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        peer.messages.push(Buffer.concat(chunks).toString('utf8'));
        if (peer.silent) return;
        const refusal = refusalAt('data');
        if (refusal) done(refusal);
        else done(null, 'taken');
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const signIn = account
    ? `${encodeURIComponent(account.user)}:${encodeURIComponent(account.password)}@`
    : '';
  const peer: SmtpPeer = {
    url: `smtp://${signIn}127.0.0.1:${port}`,
    messages: [],
    refuse: null,
    silent: false,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const connection of server.connections) connection.close();
      }),
  };
  return peer;
}
