import type { SerializeFrom } from '@remix-run/node';
import { Icon } from '../../ui/icon.tsx';
import styles from './inbox.module.css';
import type { InboxPage } from './inbox-page.server.ts';
import { type ManyDone, manyAtOnce } from './many-done.ts';
import { PutAside } from './put-aside.tsx';

/** What can be done to the chosen cases at once; it stands there as long as any is chosen. */
export function BulkBar({
  page: { bulk, key, later },
  chosen,
  result,
  clear,
}: {
  readonly page: SerializeFrom<InboxPage>;
  readonly chosen: number;
  readonly result: SerializeFrom<ManyDone> | null;
  readonly clear: () => void;
}) {
  if (bulk.length === 0) return null;
  return (
    <div className={styles.bulk}>
      <fieldset className={styles.bulkBar}>
        <legend className="only-read">With the chosen cases</legend>
        <input type="hidden" name="key" value={key} />
        <span className={styles.bulkCount} role="status">
          {chosen === 0 ? 'Chosen' : <b>{chosen} chosen</b>}
        </span>
        {bulk.some(({ asks }) => asks) ? <Comment typed={result?.comment ?? ''} /> : null}
        {chosen > manyAtOnce || result?.tooMany === true ? <Sure chosen={chosen} /> : null}
        {bulk.map(({ id, label, primary }) => (
          <button
            className={styles.bulkButton}
            data-primary={primary || undefined}
            key={id}
            name="deed"
            value={id}
            type="submit"
          >
            {label}
            {chosen === 0 ? '' : ` ${chosen}`}
          </button>
        ))}
        {later === null ? null : <PutAside later={later} />}
        <button className={styles.bulkClose} type="reset" onClick={clear} aria-label="Choose none">
          <Icon name="x" />
        </button>
      </fieldset>
    </div>
  );
}

function Comment({ typed }: { readonly typed: string }) {
  return (
    <label className={styles.bulkComment}>
      <span className="only-read">Comment, needed to reject</span>
      <input name="comment" defaultValue={typed} placeholder="Comment, needed to reject" autoComplete="off" />
    </label>
  );
}

/** Many at once is said twice. */
function Sure({ chosen }: { readonly chosen: number }) {
  return (
    <label className={styles.bulkSure}>
      <input type="checkbox" name="sure" value="yes" required={chosen > manyAtOnce} />
      Yes, all {chosen === 0 ? 'of them' : chosen}
    </label>
  );
}
