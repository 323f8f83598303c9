import { Link } from '@remix-run/react';
import { Avatar } from '../../ui/avatar.tsx';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import { ExactTime } from '../../ui/exact-time.tsx';
import { Icon } from '../../ui/icon.tsx';
import { byDay } from './by-day.ts';
import styles from './log.module.css';
import type { LogLine } from './log-words.server.ts';

const icons = { plain: null, good: 'state-approved', no: 'state-rejected', bad: 'lock' } as const;

const columns = [
  ['Event', styles.cSeq],
  ['When', styles.cTime],
  ['Who', styles.cWho],
  ['What'],
  ['On', styles.cOn],
] as const;

/** The log as rows, newest first, a head for each day; each opens beside the list. */
export function LogTable({
  lines,
  current,
  linkTo,
}: {
  readonly lines: readonly LogLine[];
  readonly current: number | null;
  /** The address that shows one event beside the list. */
  readonly linkTo: (position: number) => string;
}) {
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
            <tr key={line.position} data-current={line.position === current || undefined}>
              <td className={styles.cSeq}>
                <Link to={linkTo(line.position)} preventScrollReset aria-label={`Event ${line.position}`}>
                  {line.position.toLocaleString('en-GB')}
                </Link>
              </td>
              <td className={styles.cTime}>
                <ExactTime at={line.at} />
              </td>
              <td className={styles.cWho}>
                <span className={styles.person}>
                  <Avatar name={line.who.name} kind={line.who.kind} size={20} />
                  <span className="clip">{line.who.name}</span>
                </span>
              </td>
              <td className={styles.cWhat}>
                <span className={styles.did} data-tone={line.tone}>
                  {icons[line.tone] === null ? null : <Icon name={icons[line.tone] ?? ''} />}
                  <span className="clip">{line.what}</span>
                </span>
              </td>
              <td className={styles.cOn}>
                {line.on.to === null ? (
                  <span className="clip">{line.on.label}</span>
                ) : (
                  <Link to={line.on.to}>{line.on.label}</Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
