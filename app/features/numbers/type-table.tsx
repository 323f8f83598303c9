import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import styles from './numbers.module.css';
import type { NumbersPage } from './numbers-page.server.ts';

/** Every request type by its numbers, the busiest first; each number opens its cases. */
export function TypeTable({ rows }: { readonly rows: SerializeFrom<NumbersPage>['table'] }) {
  return (
    <section className={styles.types} aria-labelledby="by-type">
      <header className={styles.cardHead}>
        <h2 id="by-type">By request type</h2>
        <span className="small quiet">times are medians</span>
      </header>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Request type</th>
              {rows[0]?.cells.map(({ name }) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ type, title, share, cells }) => (
              <tr key={type}>
                <th scope="row">
                  {title}
                  <svg className={styles.bar} height="4" aria-hidden="true">
                    <rect data-mark="submitted" width={`${share.toFixed(1)}%`} height="4" rx="2" />
                  </svg>
                </th>
                {cells.map(({ name, text, to }) => (
                  <td key={name}>
                    {to === null ? <span className="quiet">{text}</span> : <Link to={to}>{text}</Link>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
