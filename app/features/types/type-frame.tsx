import type { ReactNode } from 'react';
import { Crumbs } from '../../ui/crumbs.tsx';
import { Page } from '../../ui/page.tsx';
import { TypeTabs } from './type-tabs.tsx';
import styles from './types.module.css';

/** The frame of a page of one request type: its title, and the way to its other pages. */
export function TypeFrame({
  slug,
  title,
  at,
  children,
}: {
  readonly slug: string;
  readonly title: string;
  readonly at: 'overview' | 'versions' | 'draft';
  readonly children: ReactNode;
}) {
  return (
    <Page title={title} crumbs={<Crumbs trail={[{ to: '/types', label: 'Request types' }]} />}>
      <div className={styles.tabs}>
        <TypeTabs slug={slug} at={at} />
      </div>
      {children}
    </Page>
  );
}
