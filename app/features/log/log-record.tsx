import { Link } from '@remix-run/react';
import styles from './log.module.css';
import type { LogRecordView } from './record-view.server.ts';

/** One event with everything that was written: what it says, by whom, and its place in the chain. */
export function LogRecord({ record, close }: { readonly record: LogRecordView; readonly close: string }) {
  return (
    <aside className={styles.record} aria-label={`Event ${record.position}`}>
      <header className={styles.recordBar}>
        <h2>Event {record.position.toLocaleString('en-GB')}</h2>
        <Link to={close} preventScrollReset>
          Close
        </Link>
      </header>
      <section className={styles.section}>
        <h3>{record.what}</h3>
        <p className="second">
          {record.who}, {record.at}
          {record.on.to === null ? (
            <>, on {record.on.label}</>
          ) : (
            <>
              , on <Link to={record.on.to}>{record.on.label}</Link>
            </>
          )}
        </p>
      </section>
      {record.facts.length === 0 ? null : (
        <section className={styles.section}>
          <h3>What was written</h3>
          <dl className={styles.facts}>
            {record.facts.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {record.withheld === 0 ? null : (
            <p className="small quiet">
              {record.withheld === 1 ? 'One value is' : `${record.withheld} values are`} kept from you or
              erased; the seals stay, so that the chain still verifies.
            </p>
          )}
        </section>
      )}
      {record.decision === null ? null : (
        <section className={styles.section}>
          <h3>Its decision record</h3>
          <p>
            <Link to={record.decision.to}>Every rule tried, every candidate and why not</Link>
          </p>
          <p className="fixed quiet">{record.decision.hash}</p>
        </section>
      )}
      <section className={styles.section}>
        <h3>Its place in the chain</h3>
        <dl className={styles.facts}>
          <div>
            <dt>In its stream</dt>
            <dd>
              event {record.seq} of <span className="fixed">{record.stream}</span>
            </dd>
          </div>
          <div>
            <dt>Sent by</dt>
            <dd className="fixed">{record.command}</dd>
          </div>
          {record.cause === null ? null : (
            <div>
              <dt>Because of</dt>
              <dd className="fixed">{record.cause}</dd>
            </div>
          )}
          <div>
            <dt>Hash</dt>
            <dd className="fixed">{record.hash}</dd>
          </div>
        </dl>
      </section>
    </aside>
  );
}
