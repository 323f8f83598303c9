import { Link } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { draftsOf, forgetDraft } from '../../lib/draft.ts';
import styles from './request-list.module.css';

interface Kept {
  readonly type: string;
  readonly when: string;
}

/** What the reader began in this browser and has not sent, each to go on with or to throw away; nothing where nothing is kept. */
export function KeptDrafts({
  person,
  titles,
}: {
  readonly person: string;
  /** Titles of request types, by slug. */
  readonly titles: Readonly<Record<string, string>>;
}) {
  const [drafts, setDrafts] = useState<readonly Kept[]>([]);
  useEffect(() => {
    const format = new Intl.DateTimeFormat('en-GB', {
      ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    });
    setDrafts(draftsOf(person).map(({ type, at }) => ({ type, when: format.format(at) })));
  }, [person]);
  const known = drafts.filter(({ type }) => titles[type] !== undefined);
  if (known.length === 0) return null;
  return (
    <section className={styles.drafts} aria-labelledby="drafts">
      <h2 id="drafts">Begun in this browser, not sent</h2>
      <ul>
        {known.map(({ type, when }) => (
          <li key={type}>
            <Link to={`/catalogue/${type}`}>Go on with: {titles[type]}</Link>
            <span>last changed {when}</span>
            <button
              type="button"
              onClick={() => {
                forgetDraft(person, type);
                setDrafts((now) => now.filter((draft) => draft.type !== type));
              }}
            >
              Discard<span className="only-read"> the draft of {titles[type]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
