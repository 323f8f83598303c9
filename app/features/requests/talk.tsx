import { Avatar } from '../../ui/avatar.tsx';
import { ExactTime } from '../../ui/exact-time.tsx';
import { SaidWords } from '../../ui/said-words.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { Said } from './talk-of.server.ts';
import styles from './tracker.module.css';

/** What was said about the request, oldest first. */
export function Talk({ talk }: { readonly talk: readonly Said[] }) {
  if (talk.length === 0) return null;
  return (
    <section className={styles.box} aria-labelledby="talk">
      <h2 id="talk">Conversation</h2>
      <ol className={styles.timeline}>
        {talk.map(({ id, by, me, when, text, question }) => (
          <li className={styles.entry} key={id}>
            <Avatar name={by} me={me} />
            <div>
              <p className={styles.entryHead}>
                <b>{me ? 'You' : by}</b>
                {question ? <Tag>Question</Tag> : null}
                <ExactTime at={when} />
              </p>
              <p className={styles.said}>{text === null ? 'This was erased.' : <SaidWords said={text} />}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
