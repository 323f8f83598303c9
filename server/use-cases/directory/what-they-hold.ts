import type { Ability } from '../../../domain/access/ability-of.ts';
import { caseSubject } from '../../../domain/access/case-subject.ts';
import type { Delegation } from '../../../domain/approval/delegation.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import { delegationsBy } from '../../../domain/stream/person/person-view.ts';
import type { PoolState } from '../../../domain/stream/pool/pool-stream.ts';
import { idInStream, streamId } from '../../../domain/stream/stream-id.ts';
import type { TeamState } from '../../../domain/stream/team/team-stream.ts';
import type { Store } from '../../ports/store.ts';
import { delegationsTo } from './delegations.ts';
import { loadList } from './list-pages.ts';

/** One open case, as it is listed before somebody goes. */
interface HeldCase {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly type: string;
  readonly state: string;
  readonly pool: string | null;
}

/** Everything that has to go somewhere when a person goes. */
export interface Holdings {
  /** Open cases they own, of those the viewer may read. */
  readonly cases: readonly HeldCase[];
  /** Open cases that wait for their signature, of those the viewer may read. */
  readonly gates: readonly HeldCase[];
  /** How many more there are: how much somebody holds is known of the person, what it is only of the cases. */
  readonly unseen: { readonly cases: number; readonly gates: number };
  readonly delegations: { readonly given: readonly Delegation[]; readonly received: readonly Delegation[] };
  readonly pools: readonly {
    readonly id: string;
    readonly title: string;
    readonly moveOnLeave: boolean;
    /** How much they take beside the others. */
    readonly weight: number;
  }[];
  readonly teams: readonly { readonly id: string; readonly title: string; readonly leads: boolean }[];
}

/** The most signatures that are listed. */
const gatesLimit = 1_000;

/** What a person holds now, as this viewer may read it. @throws DomainError NOT_FOUND. */
export async function whatTheyHold(store: Store, ability: Ability, person: string): Promise<Holdings> {
  const { aggregates } = store;
  const doc = await aggregates.load<PersonState>(streamId('person', person));
  if (doc === undefined) throw new DomainError('NOT_FOUND', 'There is no such person.');
  const [owned, received, pools, teams] = await Promise.all([
    loadList<CaseState>(aggregates, `owner:${person}`),
    delegationsTo(store, person),
    loadList<PoolState>(aggregates, `pool-of:${person}`),
    loadList<TeamState>(aggregates, `team-of:${person}`),
  ]);
  const asked = await gatesOf(store, person);
  const readable = (docs: readonly Aggregate<CaseState>[]): HeldCase[] =>
    docs.filter((doc) => ability.can('read', caseSubject(doc))).map(heldCase);
  const [cases, gates] = [readable(owned), readable(asked)];
  return {
    cases,
    gates,
    unseen: { cases: owned.length - cases.length, gates: asked.length - gates.length },
    delegations: { given: delegationsBy(person, doc.state), received },
    pools: pools.map(({ _id, state }) => ({
      id: idInStream(_id),
      title: state.title,
      moveOnLeave: state.moveOnLeave,
      weight: state.members.find((member) => member.person === person)?.weight ?? 1,
    })),
    teams: teams.map(({ _id, state }) => ({
      id: idInStream(_id),
      title: state.title,
      leads: state.lead === person,
    })),
  };
}

function heldCase({ _id, state: of }: Aggregate<CaseState>): HeldCase {
  const { number, title, type, state, pool } = of;
  return { id: _id, number, title, type, state, pool };
}

/** Inbox rows are projections: each is held against its case. */
async function gatesOf({ work, aggregates }: Store, person: string): Promise<Aggregate<CaseState>[]> {
  const rows = await work.range(`approve:person:${person}`, null, gatesLimit);
  const docs = await aggregates.loadMany<CaseState>([...new Set(rows.map(({ caseId }) => caseId))]);
  return docs.filter(({ state }) => state.open);
}
