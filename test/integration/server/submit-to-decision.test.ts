import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseBasis } from '../../../domain/stream/case/case-basis.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { decideVote } from '../../../domain/stream/case/commands/decide-on.ts';
import { decideTransition } from '../../../domain/stream/case/commands/move.ts';
import { decideRetract } from '../../../domain/stream/case/commands/retract.ts';
import { openMongoStore } from '../../../server/store/mongo/open-mongo-store.ts';
import type { CaseDecider } from '../../../server/use-cases/case/case-command.ts';
import { submitCase } from '../../../server/use-cases/case/submit-case.ts';
import { commandAs } from '../../support/command-as.ts';
import { describeWithMongo, startMongoCompatible } from '../../support/mongo-server.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { actorOf, smallCompany } from '../../support/small-company.ts';
import { smallType } from '../../support/small-type.ts';

const engines = {
  embedded: async () => ({ product: await startProduct(), stop: async () => undefined }),
  mongo: async () => {
    const server = await startMongoCompatible();
    if (server === undefined) throw new Error('the suite is skipped without a server');
    const store = await openMongoStore({ url: server.url });
    return { product: await startProduct({ store }), stop: () => server.stop() };
  },
};

const suite = (engine: keyof typeof engines) => () => {
  let product: Product;
  let stop: () => Promise<void>;
  beforeEach(async () => {
    ({ product, stop } = await engines[engine]());
    await smallCompany(product);
    await product.publish(smallType);
    await product.drain();
  });
  afterEach(async () => {
    await product.close();
    await stop();
  });

  const submit = async (amount: number, commandId: string = randomUUID()) =>
    submitCase(
      product.services.deps,
      { actor: await actorOf(product, 'ria'), commandId, authorise: () => undefined },
      { slug: 'purchase', values: { item: 'Desk', amount: { amount, currency: 'EUR' } }, source: 'api' },
    );
  const state = async (id: string): Promise<CaseState> => {
    const doc = await product.store.aggregates.load<CaseState>(id);
    if (doc === undefined) throw new Error('the case is gone');
    return doc.state;
  };
  const command = async (id: string, who: string, kind: string, decide: CaseDecider) =>
    commandAs(product, who, { id, kind }, decide);

  it('answers at once and routes to somebody of the pool, with the record kept', async () => {
    const { id, number } = await submit(500);
    expect(number).toMatch(/^PUR-1\d{3}$/);
    await product.drain();
    const found = await state(id);
    expect(product.faults).toEqual([]);
    expect(found.placement).toBe('assigned');
    expect(['bo', 'bea', 'bill']).toContain(found.owner);
    expect(found.routed['1']?.record).toMatch(/^[0-9a-f]{64}$/);
    expect(await product.store.blobs.get(found.routed['1']?.record ?? '')).toBeDefined();
    expect(found.clocks.map(({ id: clock }) => clock).sort()).toEqual(['first', 'whole']);
    expect(found.next).toBe('Look at Desk.');
  });

  it('takes the same command once', async () => {
    const first = await submit(500, 'same');
    const again = await submit(500, 'same');
    expect(again.id).toBe(first.id);
    expect(again.repeated).toBe(true);
    await expect(submit(501, 'same')).rejects.toMatchObject({ code: 'COMMAND_REUSED' });
  });

  it('shares the work evenly and lets the rest wait for a free seat', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 8; i += 1) ids.push((await submit(500 + i)).id);
    await product.drain();
    const states = await Promise.all(ids.map(state));
    const owners = states.map(({ owner }) => owner).filter((owner) => owner !== null);
    expect(product.faults).toEqual([]);
    expect(owners).toHaveLength(6);
    for (const person of ['bo', 'bea', 'bill'])
      expect(owners.filter((owner) => owner === person)).toHaveLength(2);
    expect(states.filter(({ placement }) => placement === 'waiting')).toHaveLength(2);
    const one = states.find(({ owner }) => owner === 'bo');
    const closing = ids[states.indexOf(one as CaseState)] as string;
    await command(closing, 'bo', 'transition', (s, w) =>
      decideTransition(s, { transition: 'reject', comment: 'not needed' }, w),
    );
    await product.drain();
    const after = await Promise.all(ids.map(state));
    expect(after.filter(({ placement }) => placement === 'waiting')).toHaveLength(1);
  });

  it('opens the gate above its amount, refuses the requester, lets finance sign, and goes back when it is taken back', async () => {
    const { id } = await submit(5_000);
    await product.drain();
    const before = await state(id);
    const definition = await product.services.deps.definitions.byHash(before.definition);
    const basis = caseBasis(before, definition);
    expect(before.gates).toMatchObject([{ gate: 'finance', status: 'open' }]);
    await expect(
      command(id, 'ria', 'decide', (s, w) => decideVote(s, { decision: 'approve', comment: '', basis }, w)),
    ).rejects.toMatchObject({ code: 'SELF_DECISION' });
    await expect(
      command(id, 'fay', 'decide', (s, w) =>
        decideVote(s, { decision: 'approve', comment: '', basis: 'other' }, w),
      ),
    ).rejects.toMatchObject({ code: 'BASIS_MOVED' });
    await command(id, 'fay', 'decide', (s, w) =>
      decideVote(s, { decision: 'reject', comment: 'too dear', basis }, w),
    );
    expect((await state(id)).outcome).toBe('rejected');
    await command(id, 'fay', 'retract', (s, w, doc) =>
      decideRetract(
        s,
        w,
        doc.effects.map(({ id: key }) => key),
      ),
    );
    const back = await state(id);
    expect(back.state).toBe('review');
    expect(back.owner).toBe(before.owner);
    expect(back.gates).toMatchObject([{ gate: 'finance', status: 'open' }]);
    await command(id, 'finn', 'decide', (s, w) =>
      decideVote(s, { decision: 'approve', comment: '', basis }, w),
    );
    await product.drain();
    expect((await state(id)).gates).toMatchObject([{ gate: 'finance', status: 'approved' }]);
    await command(id, before.owner ?? '', 'transition', (s, w) =>
      decideTransition(s, { transition: 'order', comment: '' }, w),
    );
    expect((await state(id)).state).toBe('ordered');
    expect(product.faults).toEqual([]);
  });

  it('fires clocks when their time has come and not before', async () => {
    const { id } = await submit(500);
    await product.drain();
    product.clock.pass(4 * 3_600_000 - 1);
    await product.drain();
    expect((await state(id)).clocks.find((clock) => clock.id === 'first')?.fired).toEqual([]);
    product.clock.pass(1);
    await product.drain();
    const late = (await state(id)).clocks.find((clock) => clock.id === 'first');
    expect(late?.fired).toMatchObject([{ id: 'late' }]);
    expect(late?.intervals.map(({ kind }) => kind)).toContain('breached');
  });

  it('brings every event into the log, dense and chained', async () => {
    await submit(500);
    await submit(5_000);
    await product.drain();
    const rows = await product.store.log.read(0, 1_000);
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_row, i) => i + 1));
    const docs = await product.store.aggregates.loadMany(await product.store.aggregates.ids(null, 1_000));
    for (const doc of docs) expect(doc.logged).toBe(doc.seq);
    expect(docs.every((doc) => doc.effects.every((effect) => effect.kind !== 'route'))).toBe(true);
  });
};

describe('from submission to decision on the embedded store', suite('embedded'));
describeWithMongo('from submission to decision on MongoDB', suite('mongo'));
