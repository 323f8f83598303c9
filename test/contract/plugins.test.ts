import { afterEach, describe, test } from 'vitest';
import { email } from '../../plugins/email/email.ts';
import { httpSync } from '../../plugins/http-sync/http-sync.ts';
import { type Behaviour, type ContractSubject, pluginPromises } from '../../plugins/kit/contract-suite.ts';
import type { Plugin } from '../../plugins/kit/plugin.ts';
import { plugins } from '../../plugins/registry.ts';
import { webhook } from '../../plugins/webhook/webhook.ts';
import { createSmtpTransport } from '../../server/connectors/smtp-transport.ts';
import { type PeerRequest, startHttpPeer } from '../support/http-peer.ts';
import { makePluginContext } from '../support/plugin-context.ts';
import { startSmtpPeer } from '../support/smtp-peer.ts';

const refusal = 'That is not for us';
const closers: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const event = {
  kind: 'case.routed',
  caseId: '01JCASE00000000000000000A1',
  number: 'VEN-7',
  type: 'vendor-onboarding',
  at: 1_700_000_000_000,
  data: { vendor: 'Okafor & Sons', spend: 1200 },
};

/** A subject that speaks to a real HTTP server; `keyHeader` names the header by which it drops repeats. */
function overHttp(
  plugin: Plugin,
  keyHeader: string,
  describeConnection: (url: string) => Pick<ContractSubject['input'], 'connection' | 'mapping'>,
): () => Promise<ContractSubject> {
  return async () => {
    const peer = await startHttpPeer();
    closers.push(() => peer.stop());
    const behave = async (behaviour: Behaviour) => {
      if (behaviour === 'unreachable') await peer.stop();
      peer.answer = (request, response) => {
        if (behaviour === 'silent') return;
        response.statusCode = { takes: 201, refuses: 422, echoes: 400, fails: 503 }[behaviour as 'takes'];
        if (behaviour === 'takes') response.end('{"id":"r-1"}');
        else if (behaviour === 'echoes') response.end(echo(request));
        else response.end(refusal);
      };
    };
    return {
      plugin,
      other: { behave, refusal, keys: () => peer.requests.map((each) => String(each.headers[keyHeader])) },
      input: { deliveryId: 'delivery-1', attempt: 1, event, ...describeConnection(peer.url) },
      context: makePluginContext({ timeoutMs: 300 }),
    };
  };
}

function echo(request: PeerRequest): string {
  const once = JSON.stringify(request);
  return `${once} and once more `.repeat(40);
}

async function overMail(): Promise<ContractSubject> {
  const peer = await startSmtpPeer();
  const transport = createSmtpTransport({ url: peer.url, from: 'signalbox@example.org', timeoutMs: 300 });
  closers.push(
    () => transport.close(),
    () => peer.stop(),
  );
  const behave = async (behaviour: Behaviour) => {
    if (behaviour === 'unreachable') await peer.stop();
    peer.silent = behaviour === 'silent';
    peer.refuse = null;
    if (behaviour === 'refuses') peer.refuse = { at: 'recipient', status: 550, words: refusal };
    if (behaviour === 'fails') peer.refuse = { at: 'data', status: 451, words: 'Come back later' };
    if (behaviour === 'echoes') peer.refuse = { at: 'data', status: 554, words: `${refusal} `.repeat(300) };
  };
  const keyOf = (message: string) => /^Message-ID: (.*)\r$/im.exec(message)?.[1] ?? 'none';
  return {
    plugin: email,
    other: { behave, refusal, keys: () => peer.messages.map(keyOf) },
    input: {
      deliveryId: 'delivery-1',
      attempt: 1,
      connection: { id: 'mail', config: {}, secrets: {} },
      event: {
        ...event,
        kind: 'notice',
        data: { to: 'ada@example.org', subject: 'VEN-7', lines: ['Yours.'] },
      },
    },
    context: makePluginContext({ sendMail: transport.send }),
  };
}

const subjects: Readonly<Record<string, () => Promise<ContractSubject>>> = {
  email: overMail,
  webhook: overHttp(webhook, 'webhook-id', (url) => ({
    connection: {
      id: 'hook',
      config: { url: `${url}/in` },
      secrets: { signingSecret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` },
    },
  })),
  'http-sync': overHttp(httpSync, 'idempotency-key', (url) => ({
    connection: {
      id: 'crm',
      config: { baseUrl: url, resource: '/tickets', auth: { kind: 'basic', username: 'signalbox' } },
      secrets: { credential: 'correct horse battery' },
    },
    mapping: { title: { template: '{{case.number}} {{vendor}}' }, 'money.amount': { fact: 'spend' } },
  })),
};

for (const plugin of plugins) {
  describe(`the plugin ${plugin.id}`, () => {
    for (const promise of pluginPromises) {
      test(promise.title, async () => {
        const open = subjects[plugin.id];
        if (!open) throw new Error(`The plugin ${plugin.id} has no subject for the contract suite.`);
        await promise.prove(await open());
      });
    }
  });
}
