import type { Collection, Db, Filter } from 'mongodb';
import type { Leases } from '../../ports/store.ts';
import { checkedId } from '../index-key.ts';
import { guarded, unlessTaken } from './mongo-guard.ts';

interface LeaseDocument {
  readonly _id: string;
  readonly holder: string;
  readonly until: number;
}

/** Leases in MongoDB, one document each. */
export class MongoLeases implements Leases {
  readonly #leases: Collection<LeaseDocument>;

  constructor(db: Db) {
    this.#leases = db.collection('leases');
  }

  async hold(name: string, holder: string, now: number, ms: number): Promise<boolean> {
    const lease = { _id: checkedId(name), holder: checkedId(holder), until: now + ms };
    const { _id } = lease;
    if (await this.#take({ _id, holder }, lease)) return true;
    if (await this.#take({ _id, until: { $lte: now } }, lease)) return true;
    return unlessTaken(() => this.#leases.insertOne(lease));
  }

  async release(name: string, holder: string): Promise<void> {
    const filter = { _id: checkedId(name), holder: checkedId(holder) };
    await guarded(() => this.#leases.deleteOne(filter));
  }

  async #take(filter: Filter<LeaseDocument>, lease: LeaseDocument): Promise<boolean> {
    const { matchedCount } = await guarded(() => this.#leases.replaceOne(filter, lease));
    return matchedCount === 1;
  }
}
