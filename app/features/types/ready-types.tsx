import { Form, Link, useNavigation } from '@remix-run/react';
import { Button } from '../../ui/button.tsx';
import styles from './types.module.css';

/** The request types that come with Signalbox and are not here yet, each to be taken in as a draft. */
export function ReadyTypes({
  types,
  designs,
  own,
  keyOf,
  first,
}: {
  readonly types: readonly { readonly slug: string; readonly title: string; readonly summary: string }[];
  /** Whether the reader may take them in. */
  readonly designs: boolean;
  /** Where the reader can give themselves the role for it; null for those who cannot. */
  readonly own: string | null;
  readonly keyOf: string;
  /** Whether there is nothing else yet. */
  readonly first: boolean;
}) {
  const busy = useNavigation().formData;
  const taken = busy?.get('_intent') === 'ready' ? busy.get('slug') : null;
  const list = (
    <>
      <p className="second">
        Nothing is live before somebody publishes it: the draft says what of your organisation it still needs,
        such as roles, teams and calendars, and one button makes them.
      </p>
      {designs ? null : <NotYours own={own} />}
      <ul className={styles.readyList}>
        {types.map(({ slug, title, summary }) => (
          <li key={slug}>
            <div>
              <h3>{title}</h3>
              <p className="second">{summary}</p>
            </div>
            {designs ? (
              <Form method="post">
                <input type="hidden" name="_intent" value="ready" />
                <input type="hidden" name="slug" value={slug} />
                <input type="hidden" name="_key" value={`${keyOf}-${slug}`} />
                <Button>
                  {taken === slug ? 'Importing …' : 'Import as a draft'}
                  <span className="only-read"> of {title}</span>
                </Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
  const head = 'Ready types that come with Signalbox';
  if (!first)
    return (
      <div className={styles.ready}>
        <details className={styles.more}>
          <summary>{head}</summary>
          {list}
        </details>
      </div>
    );
  return (
    <section className={styles.ready} aria-labelledby="ready">
      <h2 id="ready">{head}</h2>
      {list}
    </section>
  );
}

function NotYours({ own }: { readonly own: string | null }) {
  return (
    <p>
      {own === null ? (
        'Somebody with the role Designer takes them in.'
      ) : (
        <>
          The role Designer is needed to take one in and to publish it.{' '}
          <Link to={own}>Give it to yourself</Link>, or to whoever designs the work here; then come back.
        </>
      )}
    </p>
  );
}
