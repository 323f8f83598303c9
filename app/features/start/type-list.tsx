import type { TypeCard } from '../../../server/http/web-context.ts';
import styles from './start.module.css';

/** The request types that can be submitted, with how many cases there are of each. */
export function TypeList({ types }: { readonly types: readonly TypeCard[] }) {
  if (types.length === 0) {
    return (
      <section className={styles.types}>
        <h2>Request types</h2>
        <p className={styles.empty}>
          Nothing can be requested yet. A designer publishes the first request type; it is in the catalogue at
          once.
        </p>
      </section>
    );
  }
  return (
    <section className={styles.types} aria-labelledby="types">
      <h2 id="types">Request types</h2>
      <ul className={styles.list}>
        {types.map((type) => (
          <li className={styles.type} key={type.slug}>
            <h3>{type.title}</h3>
            <p className={styles.summary}>{type.summary}</p>
            <p className={styles.facts}>
              <span>{type.category}</span>
              <span>version {type.version}</span>
              <span>{type.cases === 1 ? '1 case' : `${type.cases} cases`}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
