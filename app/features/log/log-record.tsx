import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { CopyText } from '../../ui/copy-text.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './log.module.css';
import type { LogRecordView } from './record-view.server.ts';
import type { Fact } from './right-words.server.ts';

interface Record {
  readonly record: LogRecordView;
  readonly close: string;
  /** The address that shows another event here. */
  readonly linkTo: (position: number) => string;
}

/** One event as evidence: what was decided, what they saw, by what right, and its place in the chain; what is stored stands in a fold. */
export function LogRecord({ record, close, linkTo }: Record) {
  const { line, said, seen, right, withheld } = record;
  return (
    <aside className={styles.record} aria-label={`Event ${record.position}`}>
      <header className={styles.recordBar}>
        <h2>Event {record.position.toLocaleString('en-GB')}</h2>
        <Link to={close} preventScrollReset>
          Close
        </Link>
      </header>
      <section className={styles.section}>
        <h3 className={styles.recordTitle}>{line.what}</h3>
        <p className="second">
          {line.who.name}, {line.at.exact}, on{' '}
          {line.on.to === null ? line.on.label : <Link to={line.on.to}>{line.on.label}</Link>}
        </p>
        {said.map(({ label, text }) => (
          <blockquote className={styles.said} key={label}>
            <span className={styles.saidLabel}>{label}</span>
            {text}
          </blockquote>
        ))}
        {withheld === 0 ? null : (
          <p className="small quiet">
            {withheld === 1 ? 'One value is' : `${withheld} values are`} kept from you or erased; the seals
            stay, so that the chain still verifies.
          </p>
        )}
      </section>
      {seen === null ? null : <Seen seen={seen} />}
      {right.length === 0 ? null : (
        <Part title="By what right">
          <Facts facts={right} />
        </Part>
      )}
      <Place record={record} linkTo={linkTo} />
      <details className={styles.stored}>
        <summary>As it is stored</summary>
        <pre className={styles.json}>{record.stored}</pre>
      </details>
    </aside>
  );
}

function Part({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <header className={styles.partHead}>
        <h3>{title}</h3>
        {aside}
      </header>
      {children}
    </section>
  );
}

function Seen({ seen }: { readonly seen: NonNullable<LogRecordView['seen']> }) {
  const { who, facts, answers, files, withheld } = seen;
  const values = answers.flatMap((section) => section.values);
  return (
    <Part title={`What ${who} saw`}>
      <Facts facts={facts} />
      {values.length === 0 ? null : (
        <details className={styles.then} open={values.length <= 6}>
          <summary>The answers then</summary>
          <Facts facts={values.map(({ label, text }) => ({ label, text }))} />
        </details>
      )}
      {files.map(({ name, digest }) => (
        <p className={styles.file} key={digest}>
          <Icon name="file" />
          <span>{name}</span>
          <code className="fixed quiet">
            sha256 {digest.slice(0, 4)} {digest.slice(4, 8)}
          </code>
        </p>
      ))}
      {withheld === 0 ? null : (
        <p className="small quiet">
          {withheld === 1 ? 'One answer or file is' : `${withheld} answers or files are`} kept from you.
        </p>
      )}
    </Part>
  );
}

function Place({ record: { chain }, linkTo }: Pick<Record, 'record' | 'linkTo'>) {
  const hash = chain.links.find(({ here }) => here)?.hash ?? '';
  const fits = (
    <span className={styles.fits} data-fits={chain.fits}>
      <Icon name={chain.fits ? 'check' : 'x'} />
      {chain.fits ? 'fits' : 'does not fit'}
    </span>
  );
  return (
    <Part title="Its place in the chain" aside={fits}>
      <ol className={styles.chain}>
        {chain.links.map(({ position, hash: link, here }) => (
          <li key={position} data-here={here || undefined}>
            {here ? (
              <span aria-current="true">{position.toLocaleString('en-GB')}</span>
            ) : (
              <Link to={linkTo(position)} preventScrollReset>
                {position.toLocaleString('en-GB')}
              </Link>
            )}
            <code>
              {link.slice(0, 4)} {link.slice(4, 8)}
            </code>
          </li>
        ))}
      </ol>
      <p className="small second">
        {chain.covered}{' '}
        {chain.key === null ? null : (
          <>
            Key <code className="fixed">{chain.key.slice(0, 9)}…</code>
          </>
        )}
      </p>
      <p className="fixed quiet small">{hash}</p>
      <CopyText text={hash} label="Copy the hash" />
    </Part>
  );
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, text, full, to }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {to === undefined ? text : <Link to={to}>{text}</Link>}
            {full === undefined ? null : <span className="only-read">, in full {full}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
