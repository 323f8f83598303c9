import { randomUUID } from 'node:crypto';
import type { CaseActor } from '../../domain/stream/case/case-world.ts';
import type { DirectoryKindName } from '../../domain/stream/directory/directory-object.ts';
import { objectOf } from '../../domain/stream/directory-objects.ts';
import { createObject } from '../../server/use-cases/directory/write-object.ts';
import type { Product } from './product.ts';

const week = Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [{ from: '09:00', to: '17:00' }]]));

/** Three buyers in a pool (capacity 2 each), two finance approvers, a requester, a lead; everybody in UTC. */
export async function smallCompany(product: Product): Promise<void> {
  const create = (kind: DirectoryKindName, id: string, fields: object) =>
    createObject(
      product.services.deps,
      objectOf(kind),
      { actor: { kind: 'system', id: 'test' }, command: { id: randomUUID(), body: id } },
      { id, fields },
    );
  await create('installation', 'main', {
    name: 'Test',
    businessRoles: ['procurement-lead', 'operations-lead', 'finance-approver'].map((id) => ({
      id,
      title: id,
    })),
  }).catch((error: unknown) => {
    if (!String(error).includes('installation')) throw error;
  });
  await create('calendar', 'hq', { title: 'HQ', zone: 'UTC', week, exceptions: [] });
  const person = (id: string, roles: string[], more: object = {}) =>
    create('person', id, {
      name: id,
      email: `${id}@example.test`,
      zone: 'UTC',
      country: 'FR',
      systemRoles: ['requester'],
      roles,
      ...more,
    });
  await person('ria', []);
  for (const id of ['bo', 'bea', 'bill'])
    await person(id, [], { capacity: 2, systemRoles: ['requester', 'agent'] });
  await person('fay', ['finance-approver'], { systemRoles: ['requester', 'approver'] });
  await person('finn', ['finance-approver'], { systemRoles: ['requester', 'approver'] });
  await person('lea', ['procurement-lead'], { systemRoles: ['requester', 'agent'] });
  await person('otto', ['operations-lead'], { systemRoles: ['requester', 'agent'] });
  await create('team', 'buyers', { title: 'Buyers', members: ['bo', 'bea', 'bill'] });
  await create('pool', 'buyers', {
    title: 'Buyers',
    strategy: 'round_robin',
    teamId: 'buyers',
    members: ['bo', 'bea', 'bill'].map((id) => ({ person: id, weight: 1 })),
  });
}

/** Somebody of the small company, with what the directory says of them. */
export async function actorOf(product: Product, id: string): Promise<CaseActor> {
  const member = await product.services.deps.directory.member(id);
  if (member === undefined) throw new Error(`nobody is called ${id}`);
  return {
    actor: { kind: member.person.kind, id },
    roles: member.person.roles,
    teams: member.person.teams,
    pools: member.pools,
  };
}
