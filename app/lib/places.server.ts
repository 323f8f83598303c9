import type { PlaceGroup } from './place.ts';

type Counts = Readonly<Record<string, { readonly count: number; readonly more: boolean }>>;

/** Where somebody with these roles can go. A place is offered only when there is something in it for them; the page itself checks again. */
export function placesOf(roles: readonly string[], counts: Counts): readonly PlaceGroup[] {
  const asked = (counts['mine']?.count ?? 0) + (counts['approvals']?.count ?? 0);
  const more = counts['mine']?.more === true || counts['approvals']?.more === true;
  const waiting = asked === 0 ? {} : { count: `${asked}${more ? '+' : ''}` };
  const groups: PlaceGroup[] = [
    {
      name: 'Work',
      places: [
        { to: '/', label: 'Start', icon: 'gate' },
        { to: '/inbox', label: 'Inbox', icon: 'inbox', ...waiting },
        { to: '/requests', label: 'My requests', icon: 'path' },
        { to: '/catalogue', label: 'Catalogue', icon: 'catalogue' },
      ],
    },
  ];
  if (roles.includes('auditor') || roles.includes('admin'))
    groups.push({ name: 'Prove', places: [{ to: '/log', label: 'Decision log', icon: 'register' }] });
  const designs = roles.some((role) => role === 'designer' || role === 'auditor' || role === 'admin');
  const setUp = [
    ...(designs ? [{ to: '/types', label: 'Request types', icon: 'points' }] : []),
    { to: '/directory', label: 'Directory', icon: 'people' },
    { to: '/settings', label: 'Settings', icon: 'settings' },
  ];
  groups.push({ name: 'Set up', places: setUp });
  return groups;
}
