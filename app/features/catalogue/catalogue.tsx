import { Form, Link } from '@remix-run/react';
import { useState } from 'react';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './catalogue.module.css';
import { closestTypes, matchingTypes } from './matching-types.ts';
import { type CatalogueType, TypeCards } from './type-cards.tsx';

/** Everything a person may ask for, what they asked for last first; the search narrows it while it is typed, and as a form without scripts. */
export function Catalogue({
  q,
  setsUp,
  types,
  recent,
}: {
  readonly q: string;
  /** Whether the reader can do something about an empty one. */
  readonly setsUp: boolean;
  readonly types: readonly CatalogueType[];
  /** Slugs of the types the reader asked for last, the latest first. */
  readonly recent: readonly string[];
}) {
  const [sought, seek] = useState(q);
  const isSought = sought.trim() !== '';
  const found = isSought ? matchingTypes(types, sought) : [];
  const told = isSought ? (found.length === 1 ? '1 request fits' : `${found.length} requests fit`) : '';
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
      {types.length === 0 ? <NothingYet setsUp={setsUp} /> : null}
      {isSought && found.length === 0 && types.length > 0 ? (
        <NothingFits sought={sought} types={types} />
      ) : null}
      {found.length === 0 ? null : <TypeCards title="What fits, the best first" types={found} />}
      {isSought ? null : <Everything types={types} recent={recent} />}
    </div>
  );
}

function Everything({
  types,
  recent,
}: {
  readonly types: readonly CatalogueType[];
  readonly recent: readonly string[];
}) {
  const last = recent.flatMap((slug) => types.find((type) => type.slug === slug) ?? []);
  const others = types.filter(({ slug }) => !recent.includes(slug));
  const categories = [...new Set(others.map(({ category }) => category))];
  return (
    <>
      {last.length === 0 ? null : <TypeCards title="Recent" types={last} />}
      {categories.map((category) => (
        <TypeCards
          key={category}
          title={category}
          types={others.filter((type) => type.category === category)}
        />
      ))}
    </>
  );
}

function NothingYet({ setsUp }: { readonly setsUp: boolean }) {
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
}

function NothingFits({
  sought,
  types,
}: {
  readonly sought: string;
  readonly types: readonly CatalogueType[];
}) {
  const closest = closestTypes(types, sought);
  return (
    <>
      <Empty title={`Nothing fits “${sought.trim()}”`}>
        Try one word for the thing itself, such as “software” or “login”. If none below is quite it, send the
        closest and say in it what you need: whoever gets it can move it to where it belongs.
      </Empty>
      <TypeCards
        title={closest.length === 0 ? 'Everything you can ask for' : 'The closest'}
        types={closest.length === 0 ? types : closest}
      />
    </>
  );
}
