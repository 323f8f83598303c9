import { Link } from '@remix-run/react';
import { Icon } from '../../ui/icon.tsx';
import type { FirstStep } from './first-steps.server.ts';
import styles from './start.module.css';

/** What to do first, as a line of stations: what is done is passed. */
export function FirstSteps({ steps }: { readonly steps: readonly FirstStep[] }) {
  return (
    <section className={styles.types} aria-labelledby="first">
      <h2 id="first">What to do first</h2>
      <p className="second">Nothing can be requested yet. These steps lead there, in any order.</p>
      <ol className={styles.steps}>
        {steps.map(({ id, title, says, to, link, done }) => (
          <li key={id} data-done={done === true || undefined}>
            <Icon name={done === true ? 'state-approved' : 'state-new'} />
            <div>
              <h3>
                {title}
                <span className="only-read">{done === true ? ', done' : ', to do'}</span>
              </h3>
              <p className="second">{says}</p>
            </div>
            <Link to={to}>{link}</Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
