import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { Answers } from '../../ui/answers.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { DueMark } from '../../ui/due-mark.tsx';
import { ExactTime } from '../../ui/exact-time.tsx';
import { Icon } from '../../ui/icon.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Line } from '../../ui/line.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import styles from './peek.module.css';
import type { PeekView } from './peek-view.server.ts';

/** A case beside the list, and what can be done to it. */
export function Peek({
  peek,
  close,
  from,
  beside,
}: {
  readonly peek: SerializeFrom<PeekView>;
  readonly close: string;
  /** Where one goes back to when something was done. */
  readonly from: string;
  /** The rows before and behind it; null at the ends. */
  readonly beside: { readonly before: string | null; readonly behind: string | null };
}) {
  const { id, number, typeTitle, title, state, due, ask, reason, stations, sections, last, acts, requester } =
    peek;
  return (
    <aside className={styles.peek} aria-labelledby="peek-title">
      <header className={styles.bar}>
        <span className="num second">{number}</span>
        <span className="quiet clip">{typeTitle}</span>
        <span className={styles.beside}>
          <Beside to={beside.before} label="Previous case" icon="chev-up" />
          <Beside to={beside.behind} label="Next case" icon="chev-down" />
        </span>
        <Link className={styles.close ?? ''} to={`/cases/${id}`} aria-label={`Open ${number}`}>
          <Icon name="open" />
        </Link>
        <Link className={styles.close ?? ''} to={close} aria-label="Close" preventScrollReset>
          <Icon name="x" />
        </Link>
      </header>
      <div className={styles.scroll}>
        <div className={styles.top}>
          <h2 id="peek-title">{title}</h2>
          <div className={styles.meta}>
            <StateMark category={state.category} title={state.title} outcome={state.outcome} />
            {due === null ? null : <DueMark due={due} />}
          </div>
          <div className={styles.ask}>
            <p className={styles.wanted}>{ask ?? 'Nothing is asked at present.'}</p>
            <p className={styles.reason}>
              {reason === null ? '' : `${reason} `}
              <Link to={`/cases/${id}?why=1`}>Why here?</Link>
            </p>
          </div>
        </div>
        <section className={styles.part} aria-label="Path">
          <Line stations={stations} />
        </section>
        <section className={styles.part} aria-labelledby="peek-asked">
          <h3 id="peek-asked">As submitted by {requester}</h3>
          <Answers sections={sections} />
        </section>
        {last === null ? null : (
          <section className={styles.part} aria-labelledby="peek-last">
            <h3 id="peek-last">Last words</h3>
            <div className={styles.word}>
              <Avatar name={last.by} />
              <div>
                <p>
                  <b>{last.by}</b>{' '}
                  <span className="quiet small">
                    {last.internal ? 'internal, ' : ''}
                    <ExactTime at={last.at} />
                  </span>
                </p>
                <p className={styles.said}>{last.text}</p>
              </div>
            </div>
          </section>
        )}
      </div>
      <footer className={styles.acts}>
        {acts.map(({ deed, label, icon, shortcut }, i) => (
          <ButtonLink
            key={deed}
            to={`/cases/${id}?do=${deed}&from=${encodeURIComponent(from)}`}
            kind={i === 0 ? 'primary' : undefined}
          >
            <Icon name={icon} />
            {label}
            {shortcut === '' ? null : <KeyHint of={shortcut} />}
          </ButtonLink>
        ))}
        {acts.length > 0 ? null : (
          <ButtonLink to={`/cases/${id}`} kind="primary">
            Open
          </ButtonLink>
        )}
      </footer>
    </aside>
  );
}

function Beside({
  to,
  label,
  icon,
}: {
  readonly to: string | null;
  readonly label: string;
  readonly icon: string;
}) {
  if (to === null) return null;
  return (
    <Link className={styles.close ?? ''} to={to} replace preventScrollReset aria-label={label}>
      <Icon name={icon} />
    </Link>
  );
}
