import type { SerializeFrom } from '@remix-run/node';
import { memo } from 'react';
import { Avatar } from '../../ui/avatar.tsx';
import { DueMark } from '../../ui/due-mark.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Meter } from '../../ui/meter.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import styles from './inbox.module.css';
import type { InboxPage } from './inbox-page.server.ts';

type Row = SerializeFrom<InboxPage>['rows'][number];

/** One case of an inbox in two lines: what it is, and what is asked and why it is here. Its links are followed by the list. */
export const InboxRow = memo(function InboxRow({
  row: { id, number, rev, title, type, asked, why, requester, state, due, used, priority },
  peek,
  peeked,
  gone,
  choosable,
}: {
  readonly row: Row;
  readonly peek: string;
  readonly peeked: boolean;
  /** What became of it when it left the list since the list was read; null while it is there. */
  readonly gone: string | null;
  readonly choosable: boolean;
}) {
  return (
    <tr
      className={styles.row}
      data-current={peeked || undefined}
      data-gone={gone === null ? undefined : true}
    >
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
        <a className={styles.title} href={`/cases/${id}`} data-row={id}>
          {title}
        </a>
        <p className={styles.why}>
          {gone === null ? (
            <Asked asked={asked} type={type} why={why} priority={priority} />
          ) : (
            <Gone became={gone} />
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
        {due === null ? (
          <span className="quiet">Not due</span>
        ) : (
          <span className={styles.time}>
            <DueMark due={due} />
            {used === null ? null : <Meter used={used} tone={due.tone} />}
          </span>
        )}
        <a className={styles.look} href={peek} aria-label={`Look at ${number} beside the list`}>
          <Icon name="eye" />
        </a>
      </td>
    </tr>
  );
});

/** What is asked, of which type it is, and why it is here. */
function Asked({ asked, type, why, priority }: Pick<Row, 'asked' | 'type' | 'why' | 'priority'>) {
  const dot = <span aria-hidden="true"> · </span>;
  return (
    <>
      {asked === '' ? null : <b>{asked}</b>}
      {priority === null ? null : <span className={styles.priority}>{priority}</span>}
      {why === '' ? null : (
        <>
          {dot}
          <span className="clip">{why}</span>
        </>
      )}
      {type === '' ? null : (
        <span className={styles.type}>
          {asked === '' ? null : dot}
          {type}
        </span>
      )}
    </>
  );
}

/** Who took it, or what else became of it. */
function Gone({ became }: { readonly became: string }) {
  return (
    <>
      <b className="only-read">No longer here: </b>
      <span className="clip">{became}</span>
    </>
  );
}
