import { Tabs } from '../../ui/tabs.tsx';

/** The pages of one request type. */
export function TypeTabs({
  slug,
  at,
}: {
  readonly slug: string;
  readonly at: 'overview' | 'versions' | 'draft';
}) {
  const to = `/types/${slug}`;
  return (
    <Tabs
      label="Pages of this request type"
      tabs={[
        { to, label: 'Overview', current: at === 'overview' },
        { to: `${to}/versions`, label: 'Versions', current: at === 'versions' },
        { to: `${to}/draft`, label: 'Draft', current: at === 'draft' },
      ]}
    />
  );
}
