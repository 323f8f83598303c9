/** One page of the settings, as far as tabs go. */
export interface SettingsTab {
  readonly to: string;
  readonly label: string;
}

const tabs: readonly (SettingsTab & { readonly roles?: readonly string[] })[] = [
  { to: '/settings', label: 'Health', roles: ['designer', 'auditor', 'admin'] },
  { to: '/settings/connections', label: 'Connections', roles: ['designer', 'auditor', 'admin'] },
  { to: '/settings/effects', label: 'Stopped work', roles: ['auditor', 'admin'] },
  { to: '/settings/roles', label: 'Roles', roles: ['designer', 'auditor', 'admin'] },
  { to: '/settings/tokens', label: 'Tokens' },
  { to: '/settings/appearance', label: 'Appearance' },
];

/** The pages of the settings in which there is something for somebody with these roles; each page checks again. */
export function settingsTabs(roles: readonly string[]): SettingsTab[] {
  return tabs
    .filter((tab) => tab.roles === undefined || tab.roles.some((role) => roles.includes(role)))
    .map(({ to, label }) => ({ to, label }));
}
