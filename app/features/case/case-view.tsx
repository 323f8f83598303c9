import { Link } from '@remix-run/react';
import { useEffect } from 'react';
import { forgetDrafts } from '../../lib/use-draft.ts';
import { Answers } from '../../ui/answers.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { DueMark } from '../../ui/due-mark.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Line } from '../../ui/line.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { CaseActions } from './case-actions.tsx';
import type { CaseData, Refusal } from './case-data.ts';
import styles from './case-view.module.css';
import { ClockFigure } from './clock-figure.tsx';
import { DoneToast } from './done-toast.tsx';
import { GateList } from './gate-list.tsx';
import { Timeline } from './timeline.tsx';
import { WhyPanel } from './why-panel.tsx';

/** The page of a case: what it is and whose, what can be done, its line, what was asked and what happened. */
export function CaseView({ page, refusal }: { readonly page: CaseData; readonly refusal: Refusal | null }) {
  const { id, me, done } = page;
  useEffect(() => {
    if (done !== null) forgetDrafts(`${me}.${id}.${done}`);
  }, [done, id, me]);
  const waiting = page.gates.some(({ status }) => status === 'open');
  return (
    <div className={styles.case} data-why={page.why === null ? undefined : true}>
      <div className={styles.main}>
        <Head page={page} />
        <CaseActions page={page} refusal={refusal} />
        <section className={styles.path} aria-label="Path">
          <Line stations={page.stations} across />
        </section>
        <div className={styles.columns}>
          <div className={styles.asked}>
            {waiting ? <GateList gates={page.gates} /> : null}
            <Asked page={page} />
            {waiting ? null : <GateList gates={page.gates} />}
            {page.clocks.map((clock) => (
              <ClockFigure clock={clock} key={clock.id} />
            ))}
          </div>
          <Timeline page={page} refusal={refusal?.deed === 'comment' ? refusal : null} />
        </div>
      </div>
      {page.why === null ? null : <WhyPanel why={page.why} id={id} />}
      <DoneToast page={page} />
    </div>
  );
}

function Head({ page }: { readonly page: CaseData }) {
  const { title, typeTitle, state, due, holder, asked, next, why, id } = page;
  return (
    <div className={styles.head}>
      <p className={styles.type}>{typeTitle}</p>
      <h2>{title}</h2>
      <div className={styles.meta}>
        <StateMark category={state.category} title={state.title} outcome={state.outcome} />
        {due === null ? null : <DueMark due={due} />}
        {holder === null ? null : (
          <span className={styles.person}>
            <Avatar name={holder.name} kind={holder.kind} me={holder.me} size={20} />
            {holder.words}
          </span>
        )}
        <span className="quiet">
          {asked.words}
          <time title={asked.at.exact}>{asked.at.words}</time>
        </span>
        {why === null ? (
          <Link className="inline-link" to={`/cases/${id}?why=1`} preventScrollReset>
            Why here?
          </Link>
        ) : null}
      </div>
      {next === null ? null : (
        <p className={styles.next}>
          <b>Next:</b> {next}
        </p>
      )}
    </div>
  );
}

function Asked({ page: { sections, masked, loose } }: { readonly page: CaseData }) {
  return (
    <section className={styles.section} aria-labelledby="asked">
      <h2 id="asked">As submitted</h2>
      <Answers sections={sections} />
      {loose.length === 0 ? null : (
        <ul className={styles.files} aria-label="Other files">
          {loose.map((file) => (
            <li key={file.id}>
              <Icon name="file" />
              <a href={file.link} download>
                {file.name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {masked === 0 ? null : (
        <p className={styles.masked}>
          <Icon name="lock" />
          {masked === 1 ? 'One answer is' : `${masked} answers are`} kept for others.
        </p>
      )}
    </section>
  );
}
