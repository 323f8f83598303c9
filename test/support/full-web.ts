import { parseAllowEntry } from '../../server/config/allow-entry.ts';
import type { HttpPeer } from './http-peer.ts';
import { startHttpPeer } from './http-peer.ts';
import type { HttpProductOptions } from './http-product.ts';
import { smallType } from './small-type.ts';
import { type SmallWeb, startSmallWeb } from './small-web.ts';

const secret = { sensitive: true, see: ['finance-approver', 'requester'] };
const [intake] = smallType.chains;
const [review, ...later] = smallType.workflow.states;

/** The small type with answers and files that are for finance and the requester only, and read by a rule and a text. */
export const secretiveType = {
  ...smallType,
  form: {
    ...smallType.form,
    sections: [
      {
        id: 'main',
        title: 'What',
        fields: ['item', 'amount', 'urgency', 'note', 'iban', 'proof', 'abroad', 'branch'],
      },
    ],
    fields: [
      ...smallType.form.fields,
      {
        ...{ id: 'iban', kind: 'short_text', label: 'Bank account', ...secret },
        edit: [{ states: ['review'], roles: ['requester'] }],
      },
      { id: 'proof', kind: 'file', label: 'Bank letter', ...secret },
      { id: 'abroad', kind: 'yes_no', label: 'Paid abroad' },
      { id: 'branch', kind: 'short_text', label: 'Branch', when: { '==': [{ var: 'abroad' }, true] } },
    ],
  },
  workflow: {
    ...smallType.workflow,
    states: [{ ...review, next: 'Look at {{item}}, paid to {{iban}}.' }, ...later],
  },
  chains: [
    {
      ...intake,
      rules: [
        {
          id: 'unpayable',
          name: 'Nowhere to pay to',
          owner: { role: 'procurement-lead' },
          reason: 'Without an account it goes to the desk.',
          when: { '==': [{ var: 'iban' }, 'none'] },
          to: { queue: 'desk' },
        },
        ...intake.rules,
      ],
    },
  ],
};

/** A product in which there is one of everything the API has an address for. */
export interface FullWeb extends SmallWeb {
  readonly peer: HttpPeer;
  /** An address with its parameters filled in by what there is. */
  addressOf(path: string): string;
  readonly caseId: string;
}

const signingSecret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

/** What of everything there is, made over HTTP by the people who may; `values` go into the case. */
export async function startFullWeb(
  options: HttpProductOptions = {},
  values: object = {},
  fileName = 'letter.pdf',
): Promise<FullWeb> {
  const peer = await startHttpPeer();
  const loopback = parseAllowEntry('127.0.0.0/8');
  if (loopback === null) throw new Error('the allow list entry of this test is malformed');
  const small = await startSmallWeb({
    ...options,
    limits: { perCaller: 1_000_000, perAddress: 1_000_000, ...options.limits },
    config: { allowHosts: [loopback], ...options.config },
    type: secretiveType,
  });
  const done = async (answer: ReturnType<ReturnType<SmallWeb['as']>['post']>) => {
    const { status, text, json } = await answer;
    if (status >= 300) throw new Error(text);
    return json;
  };
  const { as } = small;
  await small.web.create('account', 'acme', { name: 'Acme' });
  await small.web.create('territory', 'eu', { title: 'Europe' });
  await done(
    as('amy').post('/connections', {
      ...{ id: 'hook', plugin: 'webhook', title: 'Hook', roles: ['auditor'] },
      config: { url: `${peer.url}/in` },
      eventKinds: ['submitted', 'commented', 'attached', 'edited', 'voted', 'asked', 'escalated'],
      secrets: { signingSecret },
    }),
  );
  const now = Date.now();
  const delegation = await done(
    as('fay').post('/delegations', { to: 'finn', startsAt: now, endsAt: now + 3_600_000 }),
  );
  const token = await done(as('ria').post('/tokens', { name: 'One', scopes: ['cases:read'] }));
  // The first delivery is refused for good, so that there is work set aside.
  peer.answer = (_, response) => {
    response.writeHead(410);
    response.end('no such place');
  };
  const file = await done(
    as('ria').raw('POST', '/attachments', 'the letter', {
      'content-type': 'application/pdf',
      'x-file-name': encodeURIComponent(fileName),
    }),
  );
  const made = await done(
    as('ria').post('/request-types/purchase/cases', {
      values: { item: 'Desk', amount: { amount: 5_000, currency: 'EUR' }, proof: [file.id], ...values },
    }),
  );
  const { owner } = await small.owned(made.id, 'amy');
  await done(as(owner).post(`/cases/${made.id}/comments`, { text: 'Between us.', visibility: 'internal' }));
  await done(as('dan').put('/request-types/purchase/draft', secretiveType));
  const first = await until(async () => (await as('amy').get('/deliveries')).json.items[0]);
  const effect = await until(async () => (await as('amy').get('/effects')).json.items[0]);
  peer.answer = (_, response) => response.end('{}');
  const ids: Readonly<Record<string, string>> = {
    people: 'ria',
    teams: 'buyers',
    pools: 'buyers',
    calendars: 'hq',
    accounts: 'acme',
    territories: 'eu',
    connections: 'hook',
    delegations: delegation.id,
    tokens: token.id,
    deliveries: first.id,
    effects: effect.id,
    cases: made.id,
  };
  const named: Readonly<Record<string, string>> = {
    slug: 'purchase',
    n: '1',
    attachment: file.id,
    person: 'bo',
    personId: 'bo',
    leave: 'none',
    position: '1',
  };
  const ready: Readonly<Record<string, string>> = { slug: 'refund' };
  return {
    ...small,
    peer,
    caseId: made.id,
    addressOf: (path) =>
      path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
        const place = path.split('/')[3] ?? '';
        const found = name === 'id' ? ids[place] : (place === 'gallery' ? ready : named)[name];
        if (found === undefined) throw new Error(`nothing is known for ${name} in ${path}`);
        return found;
      }),
    async close() {
      await small.close();
      await peer.stop();
    },
  };
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 500; tries += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('it did not come');
}
