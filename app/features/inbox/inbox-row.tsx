import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { memo } from 'react';
import { Avatar } from '../../ui/avatar.tsx';
import { DueMark } from '../../ui/due-mark.tsx';
import { Icon } from '../../ui/icon.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import styles from './inbox.module.css';
import type { InboxPage } from './inbox-page.server.ts';

type Row = SerializeFrom<InboxPage>['rows'][number];

/** One case of an inbox in two lines: what it is, and what is asked and why it is here. */
export const InboxRow = memo(function InboxRow({
  row: { id, number, rev, title, asked, why, requester, state, due, priority },
  peek,
  peeked,
  gone,
  choosable,
}: {
  readonly row: Row;
  readonly peek: string;
  readonly peeked: boolean;
  /** It left the list since the list was read. */
  readonly gone: boolean;
  readonly choosable: boolean;
}) {
  return (
    <tr className={styles.row} data-current={peeked || undefined} data-gone={gone || undefined}>
      <td className={styles.check}>
        {choosable ? (
          <label>
            <input type="checkbox" name="case" value={`${id} ${rev}`} autoComplete="off" />
            <span className="only-read">Choose {number}</span>
          </label>
        ) : null}
      </td>
      <td className={styles.number}>{number}</td>
      <td className={styles.what}>
        <Link className={styles.title ?? ''} to={`/cases/${id}`} data-row={id} prefetch="intent">
          {title}
        </Link>
        <p className={styles.why}>
          <b>{gone ? 'No longer here' : asked}</b>
          {gone || priority === null ? null : <span className={styles.priority}>{priority}</span>}
          {gone ? (
            <span className="clip">: somebody took it, or it moved on</span>
          ) : why === '' ? null : (
            <>
              <span aria-hidden="true"> · </span>
              <span className="clip">{why}</span>
            </>
          )}
        </p>
      </td>
      <td className={styles.who}>
        <span title={`Asked by ${requester}`}>
          <Avatar name={requester} />
          <span className="only-read">{requester}</span>
        </span>
      </td>
      <td className={styles.state}>
        <StateMark category={state.category} title={state.title} outcome={state.outcome} bare />
      </td>
      <td className={styles.due}>
        {due === null ? <span className="quiet">Not due</span> : <DueMark due={due} />}
        <Link
          className={styles.look ?? ''}
          to={peek}
          preventScrollReset
          aria-label={`Look at ${number} beside the list`}
        >
          <Icon name="eye" />
        </Link>
      </td>
    </tr>
  );
});
