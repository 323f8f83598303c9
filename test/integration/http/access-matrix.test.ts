import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actions } from '../../../domain/access/subjects.ts';
import { expandMatrix, type MatrixCell } from '../../support/access-matrix.ts';
import { type AccessStage, type Situation, startAccessStage } from '../../support/access-stage.ts';
import type { ApiClient } from '../../support/api-client.ts';

const reason = { reason: 'Because.' };
/** The request that asks for each action. */
const requests: Readonly<Record<string, readonly [string, object]>> = {
  comment: ['comments', { text: 'Hello.' }],
  commentInternal: ['comments', { text: 'Hello.', visibility: 'internal' }],
  assign: ['assignments', { action: 'assign', to: 'lea', ...reason }],
  claim: ['assignments', { action: 'claim' }],
  release: ['assignments', { action: 'release', ...reason }],
  accept: ['assignments', { action: 'accept' }],
  decline: ['assignments', { action: 'decline', ...reason }],
  see: ['assignments', { action: 'see' }],
  transition: ['transitions', { transition: 'order' }],
  decide: ['decisions', { decision: 'approve', basis: 'x' }],
  retract: ['retract', {}],
  ask: ['decisions', { decision: 'ask', question: 'Why?' }],
  answer: ['answers', { answer: 'So.' }],
  attach: ['attachments', { attachment: 'nothing' }],
  setPriority: ['priority', { value: 1, ...reason }],
  escalate: ['escalate', reason],
  withdraw: ['withdraw', reason],
  reroute: ['reroute', reason],
  changeType: ['change-type', { to: 'purchase', ...reason }],
  watch: ['watch', {}],
  snooze: ['snooze', { until: Date.now() + 3_600_000 }],
};
/** Those that need nothing of the case but the right, so that every allowed square can be carried out. */
const plain = [
  'comment',
  'commentInternal',
  'assign',
  'claim',
  'release',
  'accept',
  'see',
  'setPriority',
  'escalate',
  'reroute',
  'watch',
];

const keyOf = ({ role, state, relation }: Situation, action: string): string =>
  [role, action, state, relation].join();

const inGroups = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  for (let i = 0; i < items.length; i += 16) await Promise.all(items.slice(i, i + 16).map(work));
};

/** Every id of the pages of a list, one after the other. */
async function listedFor(client: ApiClient, filter = ''): Promise<string[]> {
  const listed: string[] = [];
  for (let cursor = ''; ; ) {
    const page = (await client.get(`/cases?limit=100${filter}${cursor}`)).json;
    listed.push(...page.items.map(({ id }: { id: string }) => id));
    if (page.next === null) return listed.sort();
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
}

interface Deed {
  readonly id: string;
  readonly enabled: boolean;
  readonly whyNot?: { readonly data: { readonly action?: string } };
}

/** What is off for another reason than a right says nothing of the right. */
const mayDo = ({ enabled, whyNot }: Deed): boolean => enabled || whyNot?.data.action === undefined;

describe('the authorisation matrix, over HTTP', () => {
  const cells = expandMatrix(actions.Case);
  const allowed = new Map(cells.map((cell) => [keyOf(cell, cell.action), cell.allowed]));
  let stage: AccessStage;
  let ids: string[] = [];
  beforeAll(async () => {
    stage = await startAccessStage();
    ids = stage.situations.map(stage.caseIn);
  });
  afterAll(async () => {
    await stage.web.close();
  });

  const send = (cell: MatrixCell, id: string) => {
    const [command, body] = requests[cell.action] ?? [];
    return stage.clientIn(cell).post(`/cases/${id}/${command}`, body);
  };

  it('shows a case to exactly those the table says, and offers exactly what it allows', async () => {
    const wrong: unknown[] = [];
    await inGroups(stage.situations, async (situation) => {
      const answer = await stage.clientIn(situation).get(`/cases/${stage.caseIn(situation)}`);
      const readable = allowed.get(keyOf(situation, 'read'));
      if (answer.status !== (readable ? 200 : 404)) wrong.push([situation, answer.status]);
      const deeds: Deed[] = answer.status === 200 ? answer.json.actions.deeds : [];
      wrong.push(
        ...deeds
          .filter((deed) => mayDo(deed) !== allowed.get(keyOf(situation, deed.id)))
          .map((deed) => [situation, deed]),
      );
    });
    expect(wrong).toEqual([]);
  });

  it('lists for everybody exactly the cases they may read one by one', async () => {
    // Who reads everything reads it whatever else they are: one of each is enough.
    const told = [...stage.clients].filter(([person]) => !/^(auditor|admin)-(crew|desk|lead)$/.test(person));
    expect(told).toHaveLength(22);
    for (const [person, client] of told) {
      const readable: string[] = [];
      await inGroups(ids, async (id) => {
        if ((await client.get(`/cases/${id}`)).status === 200) readable.push(id);
      });
      expect([person, await listedFor(client)]).toEqual([person, readable.sort()]);
    }
  });

  it('finds by search, and lists in every view, nothing that the list of all does not hold', async () => {
    for (const [person, client] of stage.clients) {
      const listed = await listedFor(client);
      for (const view of ['mine', 'team', 'approvals', 'unassigned', 'requested']) {
        const strange = (await listedFor(client, `&view=${view}`)).filter((id) => !listed.includes(id));
        expect([person, view, strange]).toEqual([person, view, []]);
      }
      const { items, refine } = (await client.get('/cases?q=vendor&limit=200')).json;
      const found: string[] = items.map(({ id }: { id: string }) => id).sort();
      // All are called the same: a search that did not stop early finds what is listed.
      if (refine !== true) expect([person, found]).toEqual([person, listed]);
      else expect(found.filter((id) => !listed.includes(id))).toEqual([]);
    }
  });

  it('refuses everything else, and changes nothing by it', async () => {
    const denied = cells.filter((cell) => !cell.allowed && requests[cell.action] !== undefined);
    expect(denied.length).toBeGreaterThan(2_000);
    const { aggregates } = stage.web.product.store;
    const versions = () => Promise.all(ids.map(async (id) => [id, (await aggregates.load(id))?._v]));
    const before = await versions();
    const wrong: unknown[] = [];
    await inGroups(denied, async (cell) => {
      const answer = await send(cell, stage.caseIn(cell));
      const expected = allowed.get(keyOf(cell, 'read')) ? [403, 409] : [404];
      if (!expected.includes(answer.status)) wrong.push([cell, answer.status, answer.json]);
    });
    expect(wrong).toEqual([]);
    expect(await versions()).toEqual(before);
  });

  it('carries out what it allows', async () => {
    const granted = cells.filter((cell) => cell.allowed && plain.includes(cell.action));
    expect(granted.length).toBeGreaterThan(500);
    const wrong: unknown[] = [];
    await inGroups(granted, async (cell) => {
      const answer = await send(cell, await stage.another(cell, cell.action));
      if (answer.status !== 200) wrong.push([cell, answer.status, answer.json]);
    });
    expect(wrong).toEqual([]);
  });
});
