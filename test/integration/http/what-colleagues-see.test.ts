import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmallWeb, startSmallWeb } from '../../support/small-web.ts';

const reason = 'for the test';
const hour = 3_600_000;

describe('what the directory says of somebody', () => {
  let small: SmallWeb;
  const owners = new Map<string, string>();
  /** Cases nobody has to sign. */
  const unsigned: string[] = [];
  beforeAll(async () => {
    small = await startSmallWeb();
    for (const id of ['bo', 'bea', 'bill', 'fay']) await small.web.change('person', id, { managerId: 'rob' });
    await small.web.change('person', 'bo', { skills: { spanish: 7 } });
    await small.as('amy').post('/people/bea/leave', {
      from: Date.now() - hour,
      until: Date.now() + hour,
      reason,
    });
    for (const amount of [20, 7_000, 9_000]) {
      const id = await small.submit(amount);
      owners.set(id, (await small.owned(id)).owner);
      if (amount < 100) unsigned.push(id);
    }
    await small.web.settle();
  });
  afterAll(() => small.close());

  const heldBy = (person: string) => [...owners].filter(([, owner]) => owner === person).map(([id]) => id);
  const holdings = async (who: string, of: string) =>
    (await small.as(who).get(`/people/${of}/holdings`)).json;
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id).sort();

  const everyPair = ['rob', 'amy', 'ada', 'bo', 'bill', 'fay'].flatMap((who) =>
    ['bo', 'bea', 'bill', 'fay'].map((of) => [who, of] as const),
  );

  it.for(everyPair)(
    'lists for %s of what %s holds exactly what reading one by one would show, and counts the others',
    async ([who, of]) => {
      const { json, status, text } = await small.as(who).get(`/people/${of}/holdings`);
      expect(status).toBe(['rob', 'amy', 'ada', of].includes(who) ? 200 : 403);
      if (status !== 200) return;
      const listed = ids([...json.cases, ...json.gates]);
      const signs = of === 'fay' ? [...owners.keys()].filter((id) => !unsigned.includes(id)) : [];
      const held = [...heldBy(of), ...signs];
      const readable: string[] = [];
      for (const id of held) if ((await small.as(who).get(`/cases/${id}`)).status === 200) readable.push(id);
      expect(listed).toEqual(readable.sort());
      expect(json.unseen.cases + json.unseen.gates).toBe(held.length - readable.length);
      for (const id of held) expect([id, text.includes(id)]).toEqual([id, readable.includes(id)]);
    },
  );

  it('lets a manager know how much their people hold, and of cases they may not read nothing else', async () => {
    const [owner = ''] = owners.values();
    const held = await holdings('rob', owner);
    expect(held).toMatchObject({ cases: [], gates: [], unseen: { cases: heldBy(owner).length, gates: 0 } });
    expect(await holdings('rob', 'fay')).toMatchObject({ gates: [], unseen: { cases: 0, gates: 2 } });
    expect(ids((await holdings('ada', owner)).cases)).toEqual(heldBy(owner).sort());
    expect(ids((await holdings(owner, owner)).cases)).toEqual(heldBy(owner).sort());
    expect((await holdings(owner, owner)).unseen).toEqual({ cases: 0, gates: 0 });
  });

  it('shows in the ledger of a pool what reading each member alone would show, and the shares to everybody', async () => {
    const kept = ['capacity', 'skills', 'open', 'absence'];
    for (const who of ['amy', 'ada', 'bo', 'lea']) {
      const { json } = await small.as(who).get('/pools/buyers/ledger');
      expect(json.members).toHaveLength(3);
      for (const member of json.members) {
        const person = (await small.as(who).get(`/people/${member.person}`)).json;
        const seesAll = person.leave !== undefined;
        expect([who, member.person, seesAll]).toEqual([
          ...[who, member.person],
          ['amy', 'ada', member.person].includes(who),
        ]);
        expect(Object.keys(member).filter((key) => kept.includes(key)).length).toBe(seesAll ? 4 : 0);
        if (seesAll) expect(member).toMatchObject({ capacity: person.capacity, skills: person.skills });
        expect(member).toMatchObject({
          name: member.person,
          weight: 1,
          got: heldBy(member.person).length,
          owed: expect.any(Number),
          makeUp: null,
        });
      }
    }
    const member = async (who: string, person: string) =>
      (await small.as(who).get('/pools/buyers/ledger')).json.members.find(
        (one: { person: string }) => one.person === person,
      );
    expect(await member('amy', 'bea')).toMatchObject({ absence: 'on-leave', open: 0 });
    expect(await member('bo', 'bo')).toMatchObject({
      skills: { spanish: 7 },
      absence: null,
      open: heldBy('bo').length,
    });
  });

  it('shows everybody who is not active any more, as reading the person does', async () => {
    await small.as('amy').post('/people/bill/deactivate', { reason });
    const { json } = await small.as('lea').get('/pools/buyers/ledger');
    expect(json.members[2]).toMatchObject({ person: 'bill', absence: 'inactive' });
    expect(json.members[2]).not.toHaveProperty('capacity');
    await small.web.settle();
    for (const id of heldBy('bill')) expect((await small.owned(id)).owner).not.toBe('bill');
  });
});
