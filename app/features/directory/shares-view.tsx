import { Link } from '@remix-run/react';
import { Avatar } from '../../ui/avatar.tsx';
import { Flags } from './cell-view.tsx';
import styles from './directory.module.css';
import type { ShareBar } from './directory-view.ts';
import { PressButton } from './press-button.tsx';

const width = 160;

/** Who got how much of a pool's work beside what was due: bars with numbers, read aloud as the table they are. */
export function SharesView({
  title,
  bars,
  keeps,
}: {
  readonly title: string;
  readonly bars: readonly ShareBar[];
  /** Whether the pool keeps a ledger of what is owed. */
  readonly keeps: boolean;
}) {
  const presses = bars.some(({ press }) => press !== null);
  const standings = bars.some(({ open }) => open !== null);
  return (
    <table className={`${styles.rows} ${styles.shares}`} aria-label={title}>
      <thead>
        <tr>
          <th scope="col">Member</th>
          <th scope="col" data-as="number">
            Weight
          </th>
          <th scope="col" data-as="number">
            Got
          </th>
          <th scope="col" data-as="bar">
            <span className="only-read">Got beside due</span>
          </th>
          {keeps ? (
            <>
              <th scope="col" data-as="number" data-less>
                Due
              </th>
              <th scope="col" data-as="number">
                Owed
              </th>
            </>
          ) : null}
          {standings ? (
            <>
              <th scope="col" data-as="number">
                Open now
              </th>
              <th scope="col" data-as="side">
                Skills
              </th>
            </>
          ) : null}
          {presses ? (
            <th scope="col" data-as="press">
              <span className="only-read">Remove</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.id}>
            <th scope="row">
              <span className={styles.cell}>
                <Avatar name={bar.name} size={20} />
                <Link to={`/directory/people/${bar.id}`}>{bar.name}</Link>
                <Flags flags={bar.flag === null ? [] : [bar.flag]} />
              </span>
            </th>
            <td data-as="number">{bar.weight}</td>
            <td data-as="number">{bar.got}</td>
            <td data-as="bar">
              <Bar bar={bar.bar} mark={bar.mark} />
            </td>
            {keeps ? (
              <>
                <td data-as="number" data-less className="second">
                  {bar.due}
                </td>
                <td data-as="number" data-owes={bar.owes}>
                  {bar.owed}
                  {bar.makeUp === null ? null : <span className={styles.note}>{bar.makeUp}</span>}
                </td>
              </>
            ) : null}
            {standings ? (
              <>
                <td data-as="number" data-full={bar.full || undefined}>
                  {bar.open}
                </td>
                <td data-as="side" className="second">
                  {bar.skills}
                </td>
              </>
            ) : null}
            {presses ? (
              <td data-as="press">{bar.press === null ? null : <PressButton press={bar.press} small />}</td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What somebody got, as a bar, and what was due, as a mark; the numbers beside it say the same. */
function Bar({ bar, mark }: Pick<ShareBar, 'bar' | 'mark'>) {
  return (
    <svg className={styles.bar} viewBox={`0 0 ${width} 16`} aria-hidden="true" preserveAspectRatio="none">
      <rect className={styles.track} x="0" y="6" width={width} height="4" rx="2" />
      <rect className={styles.got} x="0" y="4" width={Math.max(1, bar * (width - 2))} height="8" rx="2" />
      {mark === null ? null : (
        <rect className={styles.due} x={mark * (width - 2)} y="0" width="2" height="16" />
      )}
    </svg>
  );
}
