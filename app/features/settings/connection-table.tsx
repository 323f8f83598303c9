import { Link } from '@remix-run/react';
import { ConnectionState } from './connection-state.tsx';
import styles from './settings.module.css';

/** Connections, each with where it leads and how it stands. */
export function ConnectionTable({
  lines,
}: {
  readonly lines: readonly {
    readonly id: string;
    readonly title: string;
    readonly plugin: string;
    readonly address: string | null;
    readonly secrets: number;
    readonly active: boolean;
    readonly paused: boolean;
    readonly advice: string | null;
  }[];
}) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Connection</th>
          <th scope="col">By</th>
          <th scope="col">Leads to</th>
          <th scope="col">Secrets</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, title, plugin, address, secrets, active, paused, advice }) => (
          <tr key={id} className={active ? undefined : styles.off}>
            <td className={styles.strong}>
              <Link to={`/settings/connections/${id}`} prefetch="intent">
                {title}
              </Link>
            </td>
            <td data-label="By" className="nowrap">
              {plugin}
            </td>
            <td data-label="Leads to" className={styles.words}>
              {address ?? <span className="quiet">–</span>}
            </td>
            <td data-label="Secrets" className="nowrap">
              {secrets === 0 ? 'None' : `${secrets} set`}
            </td>
            <td data-label="State" className={styles.words}>
              <ConnectionState active={active} paused={paused} lacks={advice !== null} />
              {advice === null ? null : <small>{advice}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
