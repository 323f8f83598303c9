import { Tabs } from '../../ui/tabs.tsx';

const tabs = [
  { id: 'decisions', to: '/log', label: 'Decisions' },
  { id: 'access', to: '/log/access', label: 'Access' },
  { id: 'verify', to: '/log/verify', label: 'Verify' },
] as const;

/** Between what was decided, who had access, and how anybody checks it. */
export function LogTabs({ current }: { readonly current: (typeof tabs)[number]['id'] }) {
  return (
    <Tabs
      label="Which log"
      tabs={tabs.map(({ id, to, label }) => ({ to, label, current: id === current }))}
    />
  );
}
