import { Form, Link } from '@remix-run/react';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { ExactTime } from '../../ui/exact-time.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { CaseData } from './case-data.ts';
import styles from './why-panel.module.css';

type Why = NonNullable<CaseData['why']>;
type Stage = NonNullable<Why['record']>['stages'][number];
type Tried = Stage['tried'][number];

const verdictIcons = { true: 'check', false: 'x', unknown: 'ask', skipped: 'minus' } as const;
const markIcons = { picked: 'check', free: 'minus', out: 'x' } as const;

/** The decision record beside the case: the line from top to bottom, with losers and their reasons as visible as the winner. */
export function WhyPanel({ why, id }: { readonly why: Why; readonly id: string }) {
  const { asked, record, earlier, hash, at, epoch, reason } = why;
  return (
    <aside className={styles.why} aria-labelledby="why-title">
      <header className={styles.bar}>
        <h2 id="why-title">Why here?</h2>
        <Link className={styles.close ?? ''} to={`/cases/${id}`} aria-label="Close" preventScrollReset>
          <Icon name="x" />
        </Link>
      </header>
      <div className={styles.scroll}>
        {asked === null ? null : (
          <section className={styles.part} aria-labelledby="why-asked">
            <h3 id="why-asked">{asked.title}</h3>
            {asked.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </section>
        )}
        {record === null ? (
          <p className={styles.top}>{reason ?? 'No rule has decided about this case yet.'}</p>
        ) : (
          <>
            <div className={styles.top}>
              <p>{record.sentence}</p>
              <p className={styles.note}>{record.reason}</p>
            </div>
            <ol className={styles.line}>
              {record.stages.map((stage) => (
                <StageStation stage={stage} key={stage.id} />
              ))}
            </ol>
            <Shares shares={record.shares} />
          </>
        )}
        <WhyNot why={why} id={id} />
        {earlier.length === 0 ? null : (
          <section className={styles.part} aria-labelledby="earlier">
            <h3 id="earlier">Other decisions</h3>
            <ul className={styles.earlier}>
              {earlier.map((other) => (
                <li key={other.epoch}>
                  <Link to={`/cases/${id}?why=1&epoch=${other.epoch}`} preventScrollReset>
                    Decision {other.epoch}
                  </Link>
                  , <ExactTime at={other.at} />: {other.reason}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <footer className={styles.foot}>
        <span>
          Decision {epoch}, <ExactTime at={at} />
        </span>
        {hash === null ? null : (
          <span className="fixed" title={`Record ${hash}`}>
            {hash.slice(0, 12)}
          </span>
        )}
      </footer>
    </aside>
  );
}

function StageStation({ stage }: { readonly stage: Stage }) {
  const { title, summary, notes, tried, notReached, groups, here } = stage;
  return (
    <li data-at={here ? 'here' : 'passed'}>
      <span className={styles.station} aria-hidden="true" />
      <div className={styles.body}>
        <p className={styles.stage}>
          <b>{title}</b> <span className="second">{summary}</span>
        </p>
        {notes.map((note) => (
          <p className={styles.note} key={note}>
            {note}
          </p>
        ))}
        {tried.length === 0 ? null : (
          <ol className={styles.tried}>
            {tried.map((one) => (
              <TriedRow tried={one} key={one.id} />
            ))}
          </ol>
        )}
        {notReached > 0 ? (
          <p className={styles.note}>
            {notReached === 1 ? 'One more was' : `${notReached} more were`} not reached.
          </p>
        ) : null}
        {groups.map((group) => (
          <div key={group.id}>
            {groups.length > 1 ? <p className={styles.note}>{group.title}</p> : null}
            <Candidates candidates={group.candidates} />
          </div>
        ))}
      </div>
    </li>
  );
}

function TriedRow({ tried }: { readonly tried: Tried }) {
  const { number, name, outcome, outcomeWords, note, decided, checks } = tried;
  const head = (
    <>
      <span className={styles.number}>{number}</span>
      <span className={styles.name}>
        {name}
        {note === null ? null : <span className={styles.missing}>{note}</span>}
      </span>
      <span className={styles.verdict} data-verdict={outcome}>
        <Icon name={verdictIcons[outcome]} />
        {outcomeWords}
      </span>
      {checks.length === 0 ? null : (
        <span className={styles.chevron}>
          <Icon name="chev-right" />
        </span>
      )}
    </>
  );
  if (checks.length === 0) return <li className={styles.rule}>{head}</li>;
  return (
    <li>
      <details className={styles.details} data-decided={decided || undefined} open={decided}>
        <summary className={styles.rule}>{head}</summary>
        <ul className={styles.checks}>
          {checks.map((check) => (
            <li className={styles.check} data-depth={Math.min(check.depth, 3)} key={check.id}>
              <span className={styles.verdict} data-verdict={check.verdict}>
                <Icon name={verdictIcons[check.verdict]} />
                <span className="only-read">{check.verdict}: </span>
              </span>
              <span>{check.text}</span>
              {check.saw === null ? null : (
                <span className={styles.saw}>
                  <span className="only-read">, it was </span>
                  {check.saw}
                </span>
              )}
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

const verdictWords = { picked: 'picked: ', free: 'could have taken it: ', out: 'passed over: ' } as const;

function Candidates({ candidates }: { readonly candidates: Stage['groups'][number]['candidates'] }) {
  return (
    <ul className={styles.candidates}>
      {candidates.map(({ id, name, me, verdict, why }) => (
        <li className={styles.candidate} data-verdict={verdict} key={id}>
          <Icon name={markIcons[verdict]} />
          <Avatar name={name} me={me} size={20} />
          <span className={styles.who}>{name}</span>
          <span className={styles.because}>
            <span className="only-read">{verdictWords[verdict]}</span>
            {why}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Shares({ shares }: { readonly shares: NonNullable<Why['record']>['shares'] }) {
  if (shares.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="shares">
      <h3 id="shares">Owed before and after</h3>
      <table className={styles.shares}>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {shares.map(({ id, name, before, after, picked }) => (
            <tr key={id} data-picked={picked || undefined}>
              <th scope="row">{name}</th>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>In cases: whoever is owed most is next.</p>
    </section>
  );
}

function WhyNot({ why, id }: { readonly why: Why; readonly id: string }) {
  const { whyNot, people } = why;
  if (whyNot === null || people.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="why-not">
      <h3 id="why-not">{whyNot.title}</h3>
      {whyNot.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Form method="get" action={`/cases/${id}`} className={styles.ask ?? ''} preventScrollReset>
        <input type="hidden" name="why" value="1" />
        <label className="only-read" htmlFor="whynot">
          Why not
        </label>
        <select id="whynot" name="whynot" defaultValue={whyNot.person} key={whyNot.person}>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              Why not {person.name}
            </option>
          ))}
        </select>
        <Button>Ask</Button>
      </Form>
    </section>
  );
}
