import { Link } from '@remix-run/react';
import { Icon } from '../../ui/icon.tsx';
import styles from './peek.module.css';

/** The place beside the list before the case is there, with what the row says of it already; or that it is not to be seen. */
export function PeekComing({
  row,
  gone,
  close,
}: {
  readonly row: { readonly number: string; readonly title: string } | undefined;
  readonly gone: boolean;
  readonly close: string;
}) {
  return (
    <aside className={styles.peek} aria-labelledby="peek-title" aria-busy={!gone}>
      <header className={styles.bar}>
        <span className="num second">{row?.number}</span>
        <Link className={styles.close ?? ''} to={close} aria-label="Close" preventScrollReset>
          <Icon name="x" />
        </Link>
      </header>
      <div className={styles.scroll}>
        <div className={styles.top}>
          <h2 id="peek-title">{gone ? 'Not here any more' : (row?.title ?? 'A case')}</h2>
          <p className="quiet">
            {gone ? 'It is not yours to see, or there is no such case.' : 'Reading the case …'}
          </p>
        </div>
      </div>
    </aside>
  );
}
