import { Form, Link } from '@remix-run/react';
import { useState } from 'react';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './catalogue.module.css';
import { type CatalogueType, matchingTypes } from './matching-types.ts';

/** Everything a person may ask for, by category; the search narrows it while it is typed, and as a form without scripts. */
export function Catalogue({
  q,
  setsUp,
  types,
}: {
  readonly q: string;
  /** Whether the reader can do something about an empty one. */
  readonly setsUp: boolean;
  readonly types: readonly CatalogueType[];
}) {
  const [sought, seek] = useState(q);
  const found = matchingTypes(types, sought);
  const categories = [...new Set(found.map(({ category }) => category))];
  const told =
    sought.trim() === '' ? '' : `${found.length === 1 ? '1 request fits' : `${found.length} requests fit`}`;
  return (
    <div className={styles.catalogue}>
      <Form className={styles.search} role="search" method="get" action="/catalogue">
        <label className={styles.label} htmlFor="q">
          What do you need?
        </label>
        <div className={styles.box}>
          <Icon name="search" />
          <input
            className={styles.input}
            id="q"
            name="q"
            type="search"
            defaultValue={q}
            onChange={(event) => seek(event.currentTarget.value)}
            autoComplete="off"
            placeholder="Supplier, refund, access …"
          />
        </div>
        <button className={styles.find} type="submit">
          Find
        </button>
      </Form>
      <p className="only-read" role="status">
        {told}
      </p>
      {found.length === 0 ? <Nothing sought={sought} none={types.length === 0} setsUp={setsUp} /> : null}
      {categories.map((category) => (
        <section className={styles.category} key={category} aria-label={category}>
          <h2>{category}</h2>
          <ul className={styles.list}>
            {found
              .filter((type) => type.category === category)
              .map((type) => (
                <Card key={type.slug} type={type} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Card({ type: { slug, title, summary, decides } }: { readonly type: CatalogueType }) {
  return (
    <li className={styles.card}>
      <h3>
        <Link to={`/catalogue/${slug}`} prefetch="intent">
          {title}
        </Link>
      </h3>
      <p className={styles.summary}>{summary}</p>
      <p className={styles.decides}>
        <Icon name="shield" />
        <span>
          {decides.length === 0
            ? 'No approval is needed.'
            : `May need: ${decides.slice(0, 4).join(', ')}${more(decides)}`}
        </span>
      </p>
    </li>
  );
}

const more = ({ length }: readonly string[]): string => (length > 4 ? ` and ${length - 4} more` : '');

function Nothing({
  sought,
  none,
  setsUp,
}: {
  readonly sought: string;
  readonly none: boolean;
  readonly setsUp: boolean;
}) {
  if (none)
    return (
      <Empty title="There is nothing to request yet">
        A designer publishes the first request type; it is listed here at once.
        {setsUp ? (
          <>
            {' '}
            <Link to="/">What to do first</Link>
          </>
        ) : null}
      </Empty>
    );
  return (
    <Empty title={`Nothing fits “${sought.trim()}”`}>
      Try one word for the thing itself, such as “software” or “login”, or{' '}
      <a href="/catalogue">look through everything</a>.
    </Empty>
  );
}
