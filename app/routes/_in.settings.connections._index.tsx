import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ConnectionTable } from '../features/settings/connection-table.tsx';
import styles from '../features/settings/settings.module.css';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Empty } from '../ui/empty.tsx';
import { loader } from './_in.settings.connections._index.server.ts';

export { loader };

export const meta: MetaFunction = () => [{ title: 'Connections · Signalbox' }];

export default function Connections() {
  const { lines, mayMake, next, cursor } = useLoaderData<typeof loader>();
  return (
    <SettingsPage
      title="Connections"
      lead="Other systems that are told of cases, keep records of them, or send requests."
      tools={mayMake ? <ButtonLink to="/settings/connections/new">New connection</ButtonLink> : null}
    >
      {lines.length === 0 ? (
        <Empty title="Nothing is connected yet">
          {mayMake ? (
            <>
              <Link to="/settings/connections/new">Connect a system</Link> to tell it when something happens
              to a case, or to keep its records in step.
            </>
          ) : (
            'An administrator connects other systems; they are listed here with what was sent to them.'
          )}
        </Empty>
      ) : (
        <ConnectionTable lines={lines} />
      )}
      <nav className={styles.more} aria-label="Pages">
        {cursor === '' ? null : <Link to="/settings/connections">First page</Link>}
        {next === null ? null : (
          <Link to={`/settings/connections?cursor=${encodeURIComponent(next)}`}>More</Link>
        )}
      </nav>
    </SettingsPage>
  );
}
