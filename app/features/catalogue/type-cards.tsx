import { Link } from '@remix-run/react';
import { Icon } from '../../ui/icon.tsx';
import styles from './catalogue.module.css';
import type { FindableType } from './matching-types.ts';

/** A request type as its card tells it. */
export interface CatalogueType extends FindableType {
  readonly slug: string;
  /** Who usually decides, in words. */
  readonly decides: string;
  /** How long it takes, in words; null where nothing says so. */
  readonly takes: string | null;
}

/** Cards of request types under one head: what each is for, who decides, how long it takes. */
export function TypeCards({
  title,
  types,
}: {
  readonly title: string;
  readonly types: readonly CatalogueType[];
}) {
  return (
    <section className={styles.category} aria-label={title}>
      <h2>{title}</h2>
      <ul className={styles.list}>
        {types.map((type) => (
          <Card key={type.slug} type={type} />
        ))}
      </ul>
    </section>
  );
}

function Card({ type: { slug, title, summary, decides, takes } }: { readonly type: CatalogueType }) {
  return (
    <li className={styles.card}>
      <h3>
        <Link to={`/catalogue/${slug}`} prefetch="intent">
          {title}
        </Link>
      </h3>
      <p className={styles.summary}>{summary}</p>
      <div className={styles.facts}>
        <p>
          <Icon name="shield" />
          <span>{decides}</span>
        </p>
        {takes === null ? null : (
          <p>
            <Icon name="clock" />
            <span>{takes}</span>
          </p>
        )}
      </div>
    </li>
  );
}
