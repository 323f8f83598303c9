import type { SerializeFrom } from '@remix-run/node';
import { Icon } from '../../ui/icon.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import styles from './inbox.module.css';
import type { InboxPage } from './inbox-page.server.ts';
import { type ManyDone, manyAtOnce } from './many-done.ts';
import { PutAside } from './put-aside.tsx';

/** What can be done to the chosen cases at once; it stands there as long as any is chosen. */
export function BulkBar({
  page: { bulk, key, people, later },
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
        <span className={styles.bulkCount}>{chosen === 0 ? 'Chosen' : <b>{chosen} chosen</b>}</span>
        <Comment bulk={bulk} typed={result?.comment ?? ''} />
        {bulk.some(({ asks }) => asks === 'person') ? (
          <To people={people} chosen={result?.person ?? ''} />
        ) : null}
        {chosen > manyAtOnce || result?.tooMany === true ? <Sure chosen={chosen} /> : null}
        {bulk.map(({ id, label, primary, shortcut }) => (
          <button
            className={styles.bulkButton}
            data-primary={primary || undefined}
            data-many={shortcut}
            key={id}
            name="deed"
            value={id}
            type="submit"
          >
            {label}
            {chosen === 0 ? '' : ` ${chosen}`}
            <KeyHint of={shortcut} />
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

type Bulk = SerializeFrom<InboxPage>['bulk'];

/** What is said with it: by key, what cannot be done without. */
function Comment({ bulk, typed }: { readonly bulk: Bulk; readonly typed: string }) {
  const needed = bulk.filter(({ asks }) => asks === 'text' || asks === 'person');
  if (needed.length === 0) return null;
  const what = bulk.some(({ id }) => id === 'approve')
    ? 'Comment, needed to reject or ask'
    : 'Question, or why this person';
  return (
    <label className={styles.bulkComment}>
      <span className="only-read">{what}</span>
      <input
        name="comment"
        defaultValue={typed}
        placeholder={what}
        autoComplete="off"
        data-for={needed.map(({ shortcut }) => shortcut).join(' ')}
      />
    </label>
  );
}

function To({
  people,
  chosen,
}: {
  readonly people: SerializeFrom<InboxPage>['people'];
  readonly chosen: string;
}) {
  return (
    <label className={styles.bulkTo}>
      <span className="only-read">Hand over to</span>
      <select name="person" defaultValue={chosen} data-for="s">
        <option value="">Hand over to …</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
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
