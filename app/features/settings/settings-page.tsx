import { useLocation, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import styles from './settings.module.css';
import type { SettingsTab } from './settings-tabs.server.ts';

/** A page of the settings under its tabs. */
export function SettingsPage({
  title,
  lead,
  tools,
  children,
}: {
  readonly title: string;
  /** What the page is for, in a sentence. */
  readonly lead?: ReactNode;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}) {
  const { pathname } = useLocation();
  const tabs =
    useRouteLoaderData<{ readonly tabs: readonly SettingsTab[] }>('routes/_in.settings')?.tabs ?? [];
  return (
    <Page
      title="Settings"
      tools={
        <Tabs
          label="Settings"
          tabs={tabs.map(({ to, label }) => ({
            to,
            label,
            current: to === '/settings' ? pathname === to : pathname.startsWith(to),
          }))}
        />
      }
    >
      <div className={styles.settings}>
        <header className={styles.head}>
          <div>
            <h2>{title}</h2>
            {lead === undefined ? null : <p className="second">{lead}</p>}
          </div>
          {tools}
        </header>
        {children}
      </div>
    </Page>
  );
}
