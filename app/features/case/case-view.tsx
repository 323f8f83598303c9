import { Link } from '@remix-run/react';
import { useEffect } from 'react';
import { forgetDrafts } from '../../lib/use-draft.ts';
import { Answers } from '../../ui/answers.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { DueMark } from '../../ui/due-mark.tsx';
import { ExactTime } from '../../ui/exact-time.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Line } from '../../ui/line.tsx';
import { Meter } from '../../ui/meter.tsx';
import { Stale } from '../../ui/stale.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { AttachFile } from './attach-file.tsx';
import { CaseActions } from './case-actions.tsx';
import type { CaseData, Refusal } from './case-data.ts';
import styles from './case-view.module.css';
import { ClockFigure } from './clock-figure.tsx';
import { DoneToast } from './done-toast.tsx';
import { EntryWords } from './entry-words.tsx';
import { GateList } from './gate-list.tsx';
import { Timeline } from './timeline.tsx';
import { useNews } from './use-news.ts';
import { WatchMark } from './watch-mark.tsx';
import { WhyPanel } from './why-panel.tsx';

/** The page of a case: what it is and whose, what can be done, its line, what was asked and what happened. */
export function CaseView({ page, refusal }: { readonly page: CaseData; readonly refusal: Refusal | null }) {
  const { id, me, done } = page;
  useEffect(() => {
    if (done !== null) forgetDrafts(`${me}.${id}.${done}`);
  }, [done, id, me]);
  const { moved, what, deaf } = useNews(page);
  const waiting = page.gates.some(({ status }) => status === 'open');
  return (
    <div className={styles.case} data-why={page.why === null ? undefined : true}>
      <div className={styles.main}>
        {deaf ? <Stale asOf={page.asOf} /> : null}
        <News id={id} moved={moved} what={what} why={page.why !== null} />
        <Head page={page} />
        <CaseActions page={page} refusal={refusal} />
        <section className={styles.path} aria-label="Path">
          <Line stations={page.stations} across />
        </section>
        <div className={styles.columns}>
          <div className={styles.asked}>
            {waiting ? <GateList gates={page.gates} /> : null}
            <Asked page={page} refusal={refusal} />
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
  const { title, typeTitle, state, due, holder, asked, next, why, id, yours } = page;
  return (
    <div className={styles.head}>
      <p className={styles.type}>{typeTitle}</p>
      <h2>{title}</h2>
      <div className={styles.meta}>
        <StateMark category={state.category} title={state.title} outcome={state.outcome} />
        {due === null ? null : (
          <span className={styles.due}>
            <DueMark due={due} />
            {page.used === null ? null : <Meter used={page.used} tone={due.tone} />}
          </span>
        )}
        {holder === null ? null : (
          <span className={styles.person}>
            <Avatar name={holder.name} kind={holder.kind} me={holder.me} size={20} />
            {holder.words}
          </span>
        )}
        <WatchMark page={page} />
        {page.asides.map(({ id, words, until }) => (
          <span className={styles.aside} key={id}>
            <Icon name="snooze" />
            <span>
              {words}
              <ExactTime at={until} />
            </span>
          </span>
        ))}
        <span className="quiet">
          {asked.words}
          <ExactTime at={asked.at} />
        </span>
        {why === null ? (
          <Link className="inline-link" to={`/cases/${id}?why=1`} preventScrollReset>
            Why here?
          </Link>
        ) : null}
      </div>
      {yours === null ? null : <Yours yours={yours} due={due} />}
      {next === null ? null : (
        <p className={styles.next}>
          <b>{yours === null ? 'Next:' : 'Whoever handles it:'}</b> {next}
        </p>
      )}
    </div>
  );
}

/** What the reader decides, by when, and why it is asked of them. */
function Yours({
  yours,
  due,
}: {
  readonly yours: NonNullable<CaseData['yours']>;
  readonly due: CaseData['due'];
}) {
  return (
    <div className={styles.yours}>
      <p>
        <b>You decide “{yours.gate}”</b>
        {due === null ? '' : `, ${/ (left|late)$/.test(due.words) ? due.words : `by ${due.words}`}`}.{' '}
        {yours.enough}
      </p>
      {yours.why === null ? null : <p className="second">{yours.why}</p>}
    </div>
  );
}

/** Something happened to the case since it was read; it is shown when somebody asks for it. */
function News({
  id,
  moved,
  what,
  why,
}: {
  readonly id: string;
  readonly moved: boolean;
  readonly what: CaseData['entries'][number]['words'] | null;
  readonly why: boolean;
}) {
  return (
    <p className={styles.news} role="status">
      {moved ? (
        <Link to={`/cases/${id}${why ? '?why=1' : ''}`} preventScrollReset>
          <Icon name="up" />
          {what === null ? 'Something happened since' : <EntryWords words={what} />}. Show it
        </Link>
      ) : null}
    </p>
  );
}

function Asked({ page, refusal }: { readonly page: CaseData; readonly refusal: Refusal | null }) {
  const { id, sections, masked, loose, mayAttach, mayEdit } = page;
  return (
    <section className={styles.section} aria-labelledby="asked">
      <div className={styles.askedHead}>
        <h2 id="asked">As submitted</h2>
        {mayEdit ? (
          <Link to={`/cases/${id}?do=edit`} preventScrollReset>
            Change answers
          </Link>
        ) : null}
      </div>
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
      {mayAttach ? <AttachFile page={page} refusal={refusal} /> : null}
      {masked === 0 ? null : (
        <p className={styles.masked}>
          <Icon name="lock" />
          {masked === 1 ? 'One answer is' : `${masked} answers are`} kept for others.
        </p>
      )}
    </section>
  );
}
