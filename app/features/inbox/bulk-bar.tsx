import type { SerializeFrom } from '@remix-run/node';
import { Icon } from '../../ui/icon.tsx';
import styles from './inbox.module.css';
import type { InboxPage } from './inbox-page.server.ts';

/** What can be done to the chosen cases at once; it stands there as long as any is chosen. */
export function BulkBar({
  page: { bulk, key },
  chosen,
  comment,
  clear,
}: {
  readonly page: SerializeFrom<InboxPage>;
  readonly chosen: number;
  readonly comment: string;
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
        {bulk.some(({ asks }) => asks) ? (
          <label className={styles.bulkComment}>
            <span className="only-read">Comment, needed to reject</span>
            <input
              name="comment"
              defaultValue={comment}
              placeholder="Comment, needed to reject"
              autoComplete="off"
            />
          </label>
        ) : null}
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
        <button className={styles.bulkClose} type="reset" onClick={clear} aria-label="Choose none">
          <Icon name="x" />
        </button>
      </fieldset>
    </div>
  );
}
