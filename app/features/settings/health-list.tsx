import { Link } from '@remix-run/react';
import { ExactTime } from '../../ui/exact-time.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { HealthFact, HealthLine } from './health-words.server.ts';
import styles from './settings.module.css';

const spoken = { fine: 'fine', soon: 'look at it soon', breached: 'needs somebody now' } as const;

/** Everything that has to work, each with a semaphore, what it means, and what to do. */
export function HealthList({
  lines,
  facts,
}: {
  readonly lines: readonly HealthLine[];
  readonly facts: readonly HealthFact[];
}) {
  return (
    <>
      <ul className={styles.lines}>
        {lines.map(({ id, title, tone, means, todo, to }) => (
          <li key={id} data-tone={tone}>
            <Icon name={`sla-${tone}`} />
            <h3>
              {title}
              <span className="only-read">: {spoken[tone]}</span>
            </h3>
            <div>
              <p className={styles.means}>{means}</p>
              {todo === null ? null : <p className="second">{todo}</p>}
              {to === null ? null : (
                <p>
                  <Link to={to.address}>{to.label}</Link>
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      <h3 className={styles.group}>About this installation</h3>
      <dl className={styles.facts}>
        {facts.map(({ label, value, exact }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{exact === undefined ? value : <ExactTime at={{ words: value, exact }} />}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
