import { useNavigate } from '@remix-run/react';
import type { RefObject } from 'react';
import type { Keys } from '../../lib/use-keys.ts';

/** What a key opens on a case; the page of the case shows nothing for what may not be done. */
const deeds = { r: 'reject', i: 'ask', s: 'assign', m: 'comment' } as const;
/** What `a` says yes to, by what is asked. */
const yes = {
  mine: 'accept',
  team: 'claim',
  approvals: 'approve',
  unassigned: 'claim',
  aside: 'wake',
} as const;

/** Acting by keys: on the chosen cases by the bar of the list, else on the case one is at, whose form opens and leads back to `from`. */
export function useRowActs(
  list: RefObject<HTMLFormElement | null>,
  {
    view,
    chosen,
    from,
    at,
  }: {
    readonly view: keyof typeof yes;
    readonly chosen: number;
    readonly from: (id: string) => string;
    /** The case one is at: the row with the focus, else the one beside the list. */
    readonly at: () => string | null;
  },
): Keys {
  const navigate = useNavigate();
  const open = (deed: string) => (): void => {
    const id = at();
    if (id === null) return;
    const to = `/cases/${id}?do=${deed}&from=${encodeURIComponent(from(id))}`;
    rememberList(to);
    navigate(deed === 'comment' ? `/cases/${id}#comment` : to);
  };
  const many = (key: string): boolean => {
    const button = list.current?.querySelector<HTMLButtonElement>(`button[data-many="${key}"]`);
    if (chosen === 0 || button === null || button === undefined) return false;
    const lacking = [...(list.current?.querySelectorAll<HTMLInputElement>('[data-for]') ?? [])].find(
      (field) => field.dataset['for']?.split(' ').includes(key) === true && field.value === '',
    );
    if (lacking === undefined) button.click();
    else lacking.focus();
    return true;
  };
  const act = (key: string, deed: string) => (): void => {
    if (!many(key)) open(deed)();
  };
  return {
    a: act('a', yes[view]),
    ...Object.fromEntries(Object.entries(deeds).map(([key, deed]) => [key, act(key, deed)])),
  };
}

/** The list one came from is remembered by a link that is followed. */
function rememberList(to: string): void {
  const link = document.createElement('a');
  link.href = to;
  link.hidden = true;
  link.addEventListener('click', (event) => event.preventDefault());
  document.querySelector('main')?.append(link);
  link.click();
  link.remove();
}
