import type { Collection, Db } from 'mongodb';
import type { Counters } from '../../ports/store.ts';
import { checkedId } from '../index-key.ts';
import { guarded, unlessTaken } from './mongo-guard.ts';

interface CounterDocument {
  readonly _id: string;
  readonly value: number;
}

/** Counters in MongoDB: one `$inc` for each number. */
export class MongoCounters implements Counters {
  readonly #counters: Collection<CounterDocument>;

  constructor(db: Db) {
    this.#counters = db.collection('counters');
  }

  async next(name: string): Promise<number> {
    const _id = checkedId(name);
    for (;;) {
      const increment = () => {
        return this.#counters.findOneAndUpdate({ _id }, { $inc: { value: 1 } }, { returnDocument: 'after' });
      };
      const counter = await guarded(increment);
      if (counter) return counter.value;
      if (await unlessTaken(() => this.#counters.insertOne({ _id, value: 1 }))) return 1;
    }
  }

  async raise(name: string, value: number): Promise<void> {
    if (!Number.isSafeInteger(value)) throw new Error(`A counter is a whole number, not ${value}`);
    const _id = checkedId(name);
    for (;;) {
      const { matchedCount } = await guarded(() => this.#counters.updateOne({ _id }, { $max: { value } }));
      if (matchedCount === 1) return;
      if (await unlessTaken(() => this.#counters.insertOne({ _id, value }))) return;
    }
  }
}
