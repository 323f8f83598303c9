import { Link } from '@remix-run/react';
import { Avatar } from '../../ui/avatar.tsx';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import { ExactTime } from '../../ui/exact-time.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { AccessLine } from './access-words.server.ts';
import { byDay } from './by-day.ts';
import styles from './log.module.css';

const columns = [
  ['When', styles.cTime],
  ['Who', styles.cWho],
  ['What'],
  ['From', styles.cFrom],
  ['On', styles.cOn],
] as const;

/** Who had access to what, newest first, a head for each day. */
export function AccessTable({ lines }: { readonly lines: readonly AccessLine[] }) {
  return (
    <table className={`${styles.events} ${styles.cards}`}>
      <ColumnHeads columns={columns} />
      {byDay(lines).map(({ day, rows }) => (
        <tbody key={day}>
          <tr className={styles.group}>
            <th colSpan={columns.length} scope="colgroup">
              {day}
            </th>
          </tr>
          {rows.map((line) => (
            <Row key={line.id} line={line} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ line: { at, who, what, bad, from, on } }: { readonly line: AccessLine }) {
  return (
    <tr>
      <td className={styles.cTime}>
        <ExactTime at={at} />
      </td>
      <td className={styles.cWho}>
        {who.known ? (
          <span className={styles.person}>
            <Avatar name={who.name} size={20} />
            <span className="clip">{who.name}</span>
          </span>
        ) : (
          <span className="quiet">{who.name}</span>
        )}
      </td>
      <td className={styles.cWhat}>
        <span className={styles.did} data-tone={bad ? 'bad' : 'plain'}>
          {bad ? <Icon name="lock" /> : null}
          <span className="clip">{what}</span>
        </span>
      </td>
      <td className={styles.cFrom}>
        <span className="clip">{from}</span>
      </td>
      <td className={styles.cOn}>
        <On on={on} />
      </td>
    </tr>
  );
}

function On({ on }: Pick<AccessLine, 'on'>) {
  if (on === null) return <span className="quiet">–</span>;
  return on.to === null ? <span className="clip">{on.label}</span> : <Link to={on.to}>{on.label}</Link>;
}
