import { Icon } from '../../ui/icon.tsx';
import { Line, type Station } from '../../ui/line.tsx';
import styles from './submit.module.css';

/** The way a request takes once it was sent, and who may have to agree. */
export function NextPanel({
  ahead,
  approvals,
}: {
  readonly ahead: readonly string[];
  readonly approvals: readonly { readonly title: string; readonly help: string | null }[];
}) {
  const stations: Station[] = [
    { id: 'you', title: 'You send it', at: 'here', note: 'You get a page to follow it on.' },
    ...ahead.map((title, index) => ({
      id: `${index}`,
      title,
      at: index === ahead.length - 1 ? ('end' as const) : ('ahead' as const),
    })),
  ];
  return (
    <div className={styles.panel}>
      <h2>What happens next</h2>
      <Line stations={stations} />
      {approvals.length === 0 ? null : (
        <div className={styles.approvals}>
          <h3>Who may have to agree</h3>
          <ul>
            {approvals.map(({ title, help }) => (
              <li key={title}>
                <span>{title}</span>
                {help === null ? null : <span className={styles.note}>{help}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className={styles.own}>
        <Icon name="info" />
        <span>Nobody decides on their own request. If you are also an approver, someone else is asked.</span>
      </p>
    </div>
  );
}
