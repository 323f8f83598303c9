import { useNavigate } from '@remix-run/react';
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useKeys } from '../../lib/use-keys.ts';
import { type InboxQuery, inboxAddress } from './inbox-query.ts';
import { offerLater } from './put-aside.tsx';
import { useRowActs } from './use-row-acts.ts';
import { useRowKeys } from './use-row-keys.ts';

/** Working an inbox by keys alone: moving, choosing, looking, acting. */
export function useInboxKeys(
  list: RefObject<HTMLFormElement | null>,
  {
    query,
    chosen,
    toggle,
    clear,
    peekId,
  }: {
    readonly query: InboxQuery;
    readonly chosen: number;
    readonly toggle: (id: string) => void;
    readonly clear: () => void;
    /** The case beside the list. */
    readonly peekId: string | null;
  },
): void {
  const navigate = useNavigate();
  const { move, current, extend } = useRowKeys(list, toggle, inboxAddress(query));
  const here = (): string | undefined => current()?.dataset['row'];
  const peekAt = (id: string | null) =>
    navigate(inboxAddress(query, id === null ? {} : { peek: id }), {
      preventScrollReset: true,
      replace: true,
    });
  const acts = useRowActs(list, {
    view: query.view,
    chosen,
    from: (id) => inboxAddress(query, { at: id }),
    at: () => here() ?? peekId,
  });
  useKeys({
    ...acts,
    j: move(1),
    k: move(-1),
    J: extend(1),
    K: extend(-1),
    x: () => {
      const id = here();
      if (id !== undefined) toggle(id);
    },
    ' ': () => {
      const id = here();
      if (id !== undefined) peekAt(id === peekId ? null : id);
    },
    h: () => {
      const id = here();
      // What is offered for the chosen shows with them, and can take the focus only then.
      if (chosen === 0 && id !== undefined) flushSync(() => toggle(id));
      if (chosen > 0 || id !== undefined) offerLater();
    },
    '/': () => document.getElementById('inbox-q')?.focus(),
    Escape: () => {
      if (chosen > 0) clear();
      else if (peekId !== null) peekAt(null);
    },
  });
}
