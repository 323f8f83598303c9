import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { ExportPanel } from '../features/log/export-panel.tsx';
import styles from '../features/log/log.module.css';
import { LogFilters } from '../features/log/log-filters.tsx';
import { LogRecord } from '../features/log/log-record.tsx';
import { LogTable } from '../features/log/log-table.tsx';
import { LogTabs } from '../features/log/log-tabs.tsx';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { loader } from './_in.log._index.server.ts';

export { loader };

export const meta: MetaFunction = () => [{ title: 'Decision log · Signalbox' }];

export default function Log() {
  const { now, lines, next, cursor, types, people, rules, fingerprint, exported, record } =
    useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const addressWith = (name: string, value: string | null): string => {
    const changed = new URLSearchParams(params);
    if (value === null) changed.delete(name);
    else changed.set(name, value);
    return `/log?${changed.toString()}`;
  };
  return (
    <Page title="Decision log" tools={<LogTabs current="decisions" />}>
      <div className={styles.log} data-open={record === null ? undefined : true}>
        <div className={styles.head}>
          <LogFilters now={now} types={types} people={people} rules={rules} />
          <ExportPanel query={exported} fingerprint={fingerprint} />
        </div>
        <div className={styles.list}>
          {lines.length === 0 ? (
            <Empty title="Nothing like this is in the log">
              Take away what narrows it, or look at <Link to="/log">everything</Link>.
            </Empty>
          ) : (
            <LogTable
              lines={lines}
              current={record?.position ?? null}
              linkTo={(position) => addressWith('event', String(position))}
            />
          )}
          <nav className={styles.more} aria-label="Pages">
            {cursor === '' ? null : <Link to={addressWith('cursor', null)}>Newest</Link>}
            {next === null ? null : <Link to={addressWith('cursor', next)}>Older</Link>}
          </nav>
        </div>
        {record === null ? null : (
          <LogRecord
            record={record}
            close={addressWith('event', null)}
            linkTo={(position) => addressWith('event', String(position))}
          />
        )}
      </div>
    </Page>
  );
}
