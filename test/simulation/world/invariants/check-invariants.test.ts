import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Aggregate } from '../../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../../domain/stream/case/case-state.ts';
import type { LoadState } from '../../../../domain/stream/load/load-stream.ts';
import type { PoolState } from '../../../../domain/stream/pool/pool-stream.ts';
import { makeEffect } from '../../../support/make-effect.ts';
import { embeddedPlace } from '../open-engines.ts';
import { settleIn, submission } from '../stories.ts';
import { World } from '../world.ts';

describe('what is wrong with a store is told by name', () => {
  let world: World;
  let id: string;
  beforeEach(async () => {
    world = new World(await embeddedPlace());
    await world.open();
    await settleIn(world.product);
    await world.send([submission('one'), submission('two')]);
    await world.rest();
    id = world.acknowledged.submissions[0]?.id ?? '';
  });
  afterEach(() => world.close());

  const change = async <S>(of: string, edit: (doc: Aggregate<S>) => Aggregate<S>): Promise<void> => {
    const doc = await world.product.store.aggregates.load<S>(of);
    if (doc === undefined) throw new Error(`${of} is not there`);
    await world.product.store.aggregates.replace(edit(doc));
  };
  const changeCase = (state: Partial<CaseState>) =>
    change<CaseState>(id, (doc) => ({ ...doc, state: { ...doc.state, ...state } }));
  const told = async () => (await world.violations()).join('\n');

  it('finds nothing where nothing is wrong', async () => {
    expect(await world.violations()).toEqual([]);
  });

  it('misses what was acknowledged', async () => {
    world.acknowledged.submissions.push({ id: 'nowhere', number: 'PUR-1' });
    world.acknowledged.commands.push({ stream: id, commandId: 'never sent' });
    expect(await told()).toContain('PUR-1 was acknowledged as nowhere, which is not there');
    expect(await told()).toContain(`command never sent was acknowledged and left nothing on ${id}`);
  });

  it('sees a state that no event led to', async () => {
    await changeCase({ priority: 1 });
    expect(await told()).toContain(`priority of ${id} is 1, its events say 3`);
  });

  it('sees an owner without a slot, and a slot without an owner', async () => {
    const owner = (await world.product.store.aggregates.load<CaseState>(id))?.state.owner ?? '';
    await change<LoadState>(`load:${owner}`, (doc) => ({ ...doc, state: { ...doc.state, slots: [] } }));
    expect(await told()).toContain(`${owner} has no slot for ${id}`);
    await change<LoadState>(`load:${owner}`, (doc) => ({
      ...doc,
      state: { ...doc.state, slots: [id, 'gone', 'lost'].map((caseId) => ({ caseId, at: 1 })) },
    }));
    expect(await told()).toContain(`at rest load:${owner} has slots for gone, lost`);
    expect(await told()).toContain(`load:${owner} has 3 slots of 2`);
  });

  it('sees credit out of nowhere, and credit that nothing stands for', async () => {
    await change<PoolState>('pool:buyers', (doc) => ({
      ...doc,
      state: { ...doc.state, credits: { ...doc.state.credits, bo: 7 } },
    }));
    expect(await told()).toContain('the credits of pool:buyers sum to');
    expect(await told()).toMatch(/at rest bo is credited -?\d+ in pool:buyers beside what stands/);
  });

  it('sees a pick nobody settles', async () => {
    const pick = { p: 'bo', hash: 'h', delta: {}, token: 1, at: 1 };
    await change<PoolState>('pool:buyers', (doc) => ({
      ...doc,
      state: { ...doc.state, picks: { 'gone:1': pick } },
    }));
    expect(await told()).toContain('at rest pool:buyers has the pending picks gone:1');
  });

  it('sees an event that was changed, and one that is missing', async () => {
    await change(id, (doc) => ({
      ...doc,
      tail: doc.tail.map((entry) => ({ ...entry, hash: 'f'.repeat(64) })),
    }));
    expect(await told()).toContain(`event 1 of ${id} differs between the document and the log`);
    await change(id, (doc) => ({ ...doc, seq: doc.seq + 1, rev: doc.rev + 1 }));
    expect(await told()).toMatch(new RegExp(`${id} counts \\d+ events and has \\d+`));
  });

  it('sees work that is owed twice, set aside, or late', async () => {
    const effect = makeEffect('seat:bo', { kind: 'seat' });
    await change(id, (doc) => ({
      ...doc,
      nextDueAt: 1,
      effects: [effect, effect, { ...effect, id: 'x', quarantined: true, error: 'no' }],
    }));
    expect(await told()).toContain(`${id} owes seat:bo twice`);
    expect(await told()).toContain(`x of ${id} is quarantined: no`);
    expect(await told()).toContain(`at rest ${id} still owes seat:bo, seat:bo, x at 1`);
  });

  it('sees an undecided case that nothing routes', async () => {
    await change<CaseState>(id, (doc) => ({ ...doc, state: { ...doc.state, epoch: 9 } }));
    expect(await told()).toContain(`${id} is undecided under epoch 9 and nothing routes it`);
  });

  it('sees a decision that comes out otherwise than it stands', async () => {
    const routed = (await world.product.store.aggregates.load<CaseState>(id))?.state.routed['1'];
    const bytes = await world.product.store.blobs.get(routed?.record ?? '');
    const text = Buffer.from(bytes ?? [])
      .toString('utf8')
      .replaceAll(`"${routed?.person}"`, '"somebody"');
    const hash = createHash('sha256').update(text).digest('hex');
    await world.product.store.blobs.put(hash, Buffer.from(text));
    await changeCase({ routed: { '1': { at: 1, kind: 'assigned', record: hash } } });
    expect(await told()).toContain(`the decision of ${id} under epoch 1`);
  });

  it('sees an inbox that shows too much, or too little', async () => {
    await world.product.store.work.project(id, 1_000, []);
    expect(await told()).toContain(`at rest no inbox shows ${id}|handle|`);
    const row = {
      caseId: id,
      task: 'handle',
      token: 'person:ria',
      sort: '1',
      priority: 3,
      dueAt: null,
    } as const;
    await world.product.store.work.project(id, 1_001, [
      { ...row, _id: `${id}|x`, list: 'handle:person:ria' },
    ]);
    expect(await told()).toContain(`at rest an inbox still shows ${id}|x`);
  });
});
