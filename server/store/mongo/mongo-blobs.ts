import { Binary, type Collection, type Db, GridFSBucket, ObjectId } from 'mongodb';
import type { BlobStore } from '../../ports/blobs.ts';
import type { Clock } from '../../ports/clock.ts';
import { checkBlob, checkedHash } from '../blob-hash.ts';
import { guarded, unlessTaken } from './mongo-guard.ts';

/** A blob that exists, with its bytes or the GridFS file that holds them. */
interface BlobDocument {
  /** The hash. */
  readonly _id: string;
  /** Epoch milliseconds of the last renewal. */
  readonly renewedAt: number;
  readonly bytes?: Binary;
  readonly file?: ObjectId;
}

/** Up to this many bytes a blob needs no GridFS file. */
const smallBytes = 64 * 1024;

/** Blobs in MongoDB: small ones as documents, larger ones in GridFS. A blob exists when its document does. */
export class MongoBlobs implements BlobStore {
  readonly #blobs: Collection<BlobDocument>;
  readonly #files: GridFSBucket;
  readonly #clock: Clock;

  constructor(db: Db, clock: Clock) {
    this.#blobs = db.collection('blobs');
    this.#files = new GridFSBucket(db, { bucketName: 'blobs' });
    this.#clock = clock;
  }

  async createIndexes(): Promise<void> {
    await this.#blobs.createIndexes([{ key: { renewedAt: 1 }, name: 'renewed' }]);
  }

  async put(hash: string, bytes: Uint8Array): Promise<void> {
    checkBlob(hash, bytes);
    const kept = Uint8Array.from(bytes);
    while (!(await this.renew(hash))) {
      if (await this.#insert(hash, kept)) return;
    }
  }

  async get(hash: string): Promise<Uint8Array | undefined> {
    const found = await guarded(() => this.#blobs.findOne({ _id: checkedHash(hash) }));
    if (found?.bytes) return found.bytes.buffer;
    if (!found?.file) return undefined;
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.#download(found.file)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  async open(hash: string): Promise<AsyncIterable<Uint8Array> | undefined> {
    const found = await guarded(() => this.#blobs.findOne({ _id: checkedHash(hash) }));
    if (found?.bytes) return once(found.bytes.buffer);
    return found?.file ? this.#download(found.file) : undefined;
  }

  async renew(hash: string): Promise<boolean> {
    const renewedAt = this.#clock.now();
    const filter = { _id: checkedHash(hash) };
    const { matchedCount } = await guarded(() => this.#blobs.updateOne(filter, { $max: { renewedAt } }));
    return matchedCount === 1;
  }

  async stale(before: number, after: string | null, limit: number): Promise<string[]> {
    if (limit <= 0) return [];
    const behind = after === null ? {} : { _id: { $gt: checkedHash(after) } };
    const filter = { renewedAt: { $lt: before }, ...behind };
    const cursor = this.#blobs.find(filter, { projection: { _id: 1 }, sort: { _id: 1 }, limit });
    return (await guarded(() => cursor.toArray())).map(({ _id }) => _id);
  }

  async delete(hash: string, before: number): Promise<boolean> {
    const filter = { _id: checkedHash(hash), renewedAt: { $lt: before } };
    const found = await guarded(() => this.#blobs.findOneAndDelete(filter, { projection: { file: 1 } }));
    const file = found?.file;
    if (file) await guarded(() => this.#files.delete(file));
    return found !== null;
  }

  /** False when somebody else stored it meanwhile. */
  async #insert(hash: string, bytes: Uint8Array): Promise<boolean> {
    const renewedAt = this.#clock.now();
    if (bytes.length <= smallBytes) {
      return unlessTaken(() => this.#blobs.insertOne({ _id: hash, renewedAt, bytes: new Binary(bytes) }));
    }
    // A file of its own for each attempt: the deletion of an older one cannot take these chunks with it.
    const file = new ObjectId();
    await guarded(() => this.#upload(file, hash, bytes));
    const isMine = await unlessTaken(() => this.#blobs.insertOne({ _id: hash, renewedAt, file }));
    if (!isMine) await guarded(() => this.#files.delete(file));
    return isMine;
  }

  #upload(file: ObjectId, hash: string, bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      const stream = this.#files.openUploadStreamWithId(file, hash);
      stream.once('error', reject);
      stream.once('finish', resolve);
      stream.end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    });
  }

  async *#download(file: ObjectId): AsyncGenerator<Uint8Array> {
    const chunks = this.#files.openDownloadStream(file)[Symbol.asyncIterator]();
    for (;;) {
      const next = await guarded(() => chunks.next());
      if (next.done) return;
      yield next.value as Uint8Array;
    }
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
