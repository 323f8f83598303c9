import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { AccessFilters } from '../features/log/access-filters.tsx';
import { AccessTable } from '../features/log/access-table.tsx';
import styles from '../features/log/log.module.css';
import { LogTabs } from '../features/log/log-tabs.tsx';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { loader } from './_in.log.access.server.ts';

export { loader };

export const meta: MetaFunction = () => [{ title: 'Access log · Signalbox' }];

export default function AccessLog() {
  const { now, lines, next, cursor, kinds, people } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const at = (value: string | null): string => {
    const changed = new URLSearchParams(params);
    if (value === null) changed.delete('cursor');
    else changed.set('cursor', value);
    return `/log/access?${changed.toString()}`;
  };
  return (
    <Page title="Access log" tools={<LogTabs current="access" />}>
      <div className={styles.log}>
        <AccessFilters now={now} kinds={kinds} people={people} />
        <div className={styles.list}>
          {lines.length === 0 ? (
            <Empty title="Nothing like this happened">
              Take away what narrows it, or look at <Link to="/log/access">everything</Link>.
            </Empty>
          ) : (
            <AccessTable lines={lines} />
          )}
          <nav className={styles.more} aria-label="Pages">
            {cursor === '' ? null : <Link to={at(null)}>Newest</Link>}
            {next === null ? null : <Link to={at(next)}>Older</Link>}
          </nav>
        </div>
      </div>
    </Page>
  );
}
