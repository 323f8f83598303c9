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
  const checks = roles.includes('auditor') || roles.includes('admin');
  const designs = checks || roles.includes('designer');
  const prove = [
    ...(checks ? [{ to: '/log', label: 'Decision log', icon: 'register' }] : []),
    ...(designs ? [{ to: '/numbers', label: 'Numbers', icon: 'chart' }] : []),
  ];
  if (prove.length > 0) groups.push({ name: 'Prove', places: prove });
  const setUp = [
    ...(designs ? [{ to: '/types', label: 'Request types', icon: 'points' }] : []),
    { to: '/directory', label: 'Directory', icon: 'people' },
    { to: '/settings', label: 'Settings', icon: 'settings' },
  ];
  groups.push({ name: 'Set up', places: setUp });
  return groups;
}
