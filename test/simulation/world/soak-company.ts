import type { DirectoryKindName } from '../../../domain/stream/directory/directory-object.ts';
import { objectOf } from '../../../domain/stream/directory-objects.ts';
import { createObject } from '../../../server/use-cases/directory/write-object.ts';
import type { Product } from '../../support/product.ts';
import { smallType } from '../../support/small-type.ts';

/** The pools, in the order the chain names them; everybody is in two of them. */
export const soakPools = ['north', 'south', 'west'] as const;
/** The people of the pools. */
export const soakPeople = Array.from({ length: 12 }, (_, i) => `p${i + 1}`);

/** Who is in a pool at first: every third person is in the two others only. */
export function firstMembers(pool: (typeof soakPools)[number]): string[] {
  return soakPeople.filter((_, i) => i % soakPools.length !== soakPools.indexOf(pool));
}

const owner = { role: 'procurement-lead' };
const rule = (id: string, below: number, pool: string, onNobody: 'next' | 'wait') => ({
  id,
  name: id,
  owner,
  reason: `because ${id}`,
  when: { '<': [{ var: 'amount.base' }, below] },
  to: { pool },
  onNobody,
});

/** A type whose cases go to a pool by their amount; what finds nobody in the north is tried in the south, then waits. */
export const soakType = {
  ...smallType,
  chains: [
    {
      id: 'intake',
      title: 'Intake',
      rules: [
        rule('first', 300, 'north', 'next'),
        rule('second', 600, 'south', 'wait'),
        rule('third', 1_000, 'west', 'wait'),
      ],
      default: { to: { queue: 'desk' } },
    },
  ],
  clocks: [],
} as const;

/** Twelve people with room for three to six cases each, in three pools that share them, and those who command. */
export async function settleSoak(product: Product): Promise<void> {
  let made = 0;
  const create = (kind: DirectoryKindName, id: string, fields: object) => {
    made += 1;
    const call = {
      actor: { kind: 'system', id: 'soak' } as const,
      command: { id: `made ${made}`, body: id },
    };
    return createObject(product.services.deps, objectOf(kind), call, { id, fields });
  };
  const roles = ['procurement-lead', 'operations-lead', 'finance-approver'];
  await create('installation', 'main', {
    name: 'Soak',
    businessRoles: roles.map((id) => ({ id, title: id })),
  });
  const person = (id: string, more: object) =>
    create('person', id, { name: id, email: `${id}@example.test`, zone: 'UTC', country: 'FR', ...more });
  await person('ria', { systemRoles: ['requester'] });
  await person('lea', { systemRoles: ['requester', 'agent'], roles: ['procurement-lead'] });
  for (const [i, id] of soakPeople.entries())
    await person(id, { systemRoles: ['requester', 'agent'], capacity: 3 + (i % 4) });
  await create('team', 'buyers', { title: 'Buyers', members: soakPeople });
  for (const pool of soakPools) {
    const members = firstMembers(pool).map((id, i) => ({ person: id, weight: 1 + (i % 3) }));
    await create('pool', pool, { title: pool, strategy: 'weighted', members });
  }
  await product.publish(soakType);
}
