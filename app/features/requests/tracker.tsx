import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { Due } from '../../lib/due.ts';
import { Answers, type AnswersSection } from '../../ui/answers.tsx';
import { Banner } from '../../ui/banner.tsx';
import { DueMark } from '../../ui/due-mark.tsx';
import { ExactTime, type Told } from '../../ui/exact-time.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Line, type Station } from '../../ui/line.tsx';
import { type Category, StateMark } from '../../ui/state-mark.tsx';
import styles from './tracker.module.css';
import { useFreshlySent } from './use-freshly-sent.ts';

/** A request as its page tells it. */
export interface TrackedRequest {
  readonly id: string;
  readonly me: string;
  readonly number: string;
  readonly title: string;
  readonly state: { readonly title: string; readonly category: Category; readonly outcome: string | null };
  /** Nobody has decided yet who has it. */
  readonly routing: boolean;
  readonly sentence: readonly { readonly text: string; readonly strong: boolean; readonly at?: Told }[];
  readonly asked: string;
  readonly stations: readonly Station[];
  /** Its clocks by their titles. */
  readonly clocks: readonly { readonly title: string; readonly due: Due }[];
  readonly next: string | null;
  readonly sections: readonly AnswersSection[];
  /** Files that no question asked for. */
  readonly loose: readonly { readonly name: string; readonly link: string }[];
  /** The type it was just sent as. */
  readonly sent: string | null;
}

/** Where a request stands: who has it and by when, what is asked of its reader, its path, and what was sent. */
export function Tracker({
  request,
  children,
}: {
  readonly request: TrackedRequest;
  readonly children: ReactNode;
}) {
  const { id, state, title, sentence, asked, stations, clocks, next, routing, sent } = request;
  useFreshlySent({ routing, sent, person: request.me });
  return (
    <div className={styles.mine}>
      <header className={styles.head}>
        {sent === null ? null : (
          <Banner tone="success" title={`Sent: it is ${request.number}.`}>
            <span>This page follows it; it is also under “My requests”.</span>
          </Banner>
        )}
        <StateMark category={state.category} title={state.title} outcome={state.outcome} />
        <h2>{title}</h2>
        <p className={styles.now} aria-live="polite">
          {sentence.map((part) => (
            <Part part={part} key={part.text} />
          ))}
        </p>
        <p className="second">{asked}</p>
        {routing ? (
          <noscript>
            <p>
              <Link to={`/requests/${id}`} reloadDocument>
                Look again
              </Link>
            </p>
          </noscript>
        ) : null}
      </header>
      <section className={styles.path} aria-label="Path">
        <Line stations={stations} />
        {clocks.length === 0 && next === null ? null : (
          <div className={styles.ahead}>
            <h3>What happens next</h3>
            {clocks.length === 0 ? null : (
              <dl className={styles.clocks}>
                {clocks.map((clock) => (
                  <div key={clock.title}>
                    <dt>{clock.title}</dt>
                    <dd>
                      <DueMark due={clock.due} />
                    </dd>
                  </div>
                ))}
              </dl>
            )}
            {next === null ? null : <p>Their next step: {next}</p>}
          </div>
        )}
      </section>
      <div className={styles.beside}>
        {children}
        <Sent request={request} />
      </div>
    </div>
  );
}

function Sent({ request: { sections, loose } }: { readonly request: TrackedRequest }) {
  return (
    <section className={styles.box} aria-labelledby="sent">
      <h2 id="sent">What you sent</h2>
      {sections.length === 0 ? <p className="second">Nothing that is yours to see.</p> : null}
      <Answers sections={sections} />
      {loose.length === 0 ? null : (
        <div className={styles.files}>
          <h3>Files added later</h3>
          <ul>
            {loose.map(({ name, link }) => (
              <li key={link}>
                <Icon name="file" />
                <a href={link} download>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** A part of the sentence; a moment in it knows its exact time. */
function Part({ part: { text, strong, at } }: { readonly part: TrackedRequest['sentence'][number] }) {
  const words = at === undefined ? text : <ExactTime at={at} />;
  return strong ? <b>{words}</b> : <span>{words}</span>;
}
