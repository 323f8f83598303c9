import type { Aggregate } from '../../domain/stream/aggregate.ts';
import type { CaseState } from '../../domain/stream/case/case-state.ts';
import type { RequestTypeState } from '../../domain/stream/request-type/request-type-stream.ts';
import { type MatrixCell, matrixRelations, matrixRoles, matrixStates } from './access-matrix.ts';
import type { ApiClient } from './api-client.ts';
import { askOf, caseDoc, gateOf, stateOf } from './case-of.ts';
import { type HttpProduct, httpCompany, startHttpProduct } from './http-product.ts';
import { smallType } from './small-type.ts';

/** Who stands where to which case. */
export type Situation = Pick<MatrixCell, 'role' | 'state' | 'relation'>;

/** A product with one case for every situation of the matrix, and a client of everybody in one. */
export interface AccessStage {
  readonly web: HttpProduct;
  /** Everybody, by id. */
  readonly clients: ReadonlyMap<string, ApiClient>;
  readonly situations: readonly Situation[];
  clientIn(situation: Situation): ApiClient;
  caseIn(situation: Situation): string;
  /** Puts a new case into the same situation and answers its id. */
  another(situation: Situation, name: string): Promise<string>;
}

/** What makes somebody what they are to a case: something of the case, and which of their namesakes in the directory they are. */
const ties: Readonly<Record<string, (me: string) => readonly [Partial<CaseState>, string]>> = {
  none: () => [{}, 'plain'],
  requester: (me) => [{ requester: me }, 'plain'],
  behalf: (me) => [{ behalf: me }, 'plain'],
  assignee: (me) => [{ owner: me }, 'plain'],
  team: () => [{ team: 'crew' }, 'crew'],
  pool: () => [{ pool: 'desk' }, 'desk'],
  accountable: () => [{ accountable: 'finance-lead' }, 'lead'],
  backup: () => [{ backup: 'finance-lead' }, 'lead'],
  approver: (me) => [{ gates: [gateOf([me, 'ann'])] }, 'plain'],
  voter: (me) => [{ gates: [gateOf(['ann'], { voters: [me] })] }, 'plain'],
  asked: (me) => [{ asks: [askOf(me)] }, 'plain'],
  watcher: (me) => [{ watchers: [me] }, 'plain'],
  previous: (me) => [{ previousOwners: [me] }, 'plain'],
};

const standings: Readonly<Record<string, Partial<CaseState>>> = {
  unowned: { owner: null },
  owned: { owner: 'hal', placement: 'assigned' },
  closed: { owner: 'hal', open: false, state: 'done', category: 'done', outcome: 'approved' },
};

const namesakes = ['plain', 'crew', 'desk', 'lead'];
const people = matrixRoles.flatMap((role) =>
  namesakes.map((name) => ({ role, name, id: `${role}-${name}` })),
);
const named = (wanted: string): string[] => people.filter(({ name }) => name === wanted).map(({ id }) => id);

/** Sets everything up; close its `web` at the end. */
export async function startAccessStage(): Promise<AccessStage> {
  const web = await startHttpProduct({ limits: { perCaller: 1_000_000 } });
  await httpCompany(web);
  await web.publish(smallType);
  await hire(web);
  const clients = new Map<string, ApiClient>();
  for (const { id } of people) clients.set(id, await web.as(id));
  const { aggregates } = web.product.store;
  const type = await aggregates.load<RequestTypeState>('requestType:purchase');
  const hash = type?.state.versions[0]?.hash ?? '';
  const stage: AccessStage = {
    web,
    clients,
    situations: everySituation(),
    clientIn: (situation) => clientIn(clients, situation),
    caseIn: idOf,
    async another(situation, name) {
      const id = `${idOf(situation)}-${name}`;
      await aggregates.insert(caseIn(situation, id, hash));
      return id;
    },
  };
  for (const situation of stage.situations) await aggregates.insert(caseIn(situation, idOf(situation), hash));
  return stage;
}

/** Everybody's namesakes: one with no tie, one in the team, one in the pool, one with the business role. */
async function hire(web: HttpProduct): Promise<void> {
  for (const { role, id } of people)
    await web.create('person', id, {
      ...{ name: id, zone: 'UTC', kind: role === 'service' ? 'service' : 'person' },
      systemRoles: [role === 'service' ? 'agent' : role],
    });
  const roles = ['finance-lead', 'procurement-lead', 'operations-lead', 'finance-approver'];
  await web.change('installation', 'main', { businessRoles: roles.map((id) => ({ id, title: id })) });
  const admin = await web.as('amy');
  for (const id of named('lead')) {
    const body = { action: 'grant', role: 'finance-lead', reason: 'For the table.' };
    const granted = await admin.post(`/people/${id}/roles`, body);
    if (granted.status !== 200) throw new Error(granted.text);
  }
  await web.create('team', 'crew', { title: 'Crew', members: named('crew') });
  const members = named('desk').map((person) => ({ person, weight: 1 }));
  await web.create('pool', 'desk', { title: 'Desk', members });
}

function everySituation(): Situation[] {
  return matrixRoles.flatMap((role) =>
    matrixStates.flatMap((state) =>
      matrixRelations
        .filter((relation) => relation !== 'assignee' || state !== 'unowned')
        .map((relation) => ({ role, state, relation })),
    ),
  );
}

const idOf = ({ role, state, relation }: Situation): string => `x-${role}-${state}-${relation}`;

function caseIn(situation: Situation, id: string, definition: string): Aggregate<CaseState> {
  const { role, state, relation } = situation;
  const [tie] = ties[relation]?.(`${role}-plain`) ?? [{}];
  const values = { item: 'Desk', amount: { amount: 10, currency: 'EUR' } };
  const pinned = { number: `PUR-${id}`, type: 'purchase', version: 1, definition, values };
  return caseDoc(id, stateOf({ ...pinned, ...standings[state], ...tie }));
}

function clientIn(clients: ReadonlyMap<string, ApiClient>, { role, relation }: Situation): ApiClient {
  const [, namesake = ''] = ties[relation]?.('') ?? [];
  const client = clients.get(`${role}-${namesake}`);
  if (client === undefined) throw new Error(`nobody is ${role}-${namesake}`);
  return client;
}
