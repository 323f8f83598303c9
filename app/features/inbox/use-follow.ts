import { useNavigate } from '@remix-run/react';
import { type MouseEvent, useCallback } from 'react';

/** Follows the plain links of a table without loading a page anew: one listener for thousands of rows, which need not know where one is. */
export function useFollow(): (event: MouseEvent) => void {
  const navigate = useNavigate();
  return useCallback(
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link === null || link.closest('table') === null || !isPlain(event)) return;
      event.preventDefault();
      navigate(`${link.pathname}${link.search}`, {
        replace: link.href === window.location.href,
        preventScrollReset: link.dataset['row'] === undefined,
      });
    },
    [navigate],
  );
}

/** Another button or a key held with it asks the browser for something else. */
const isPlain = ({ defaultPrevented, button, metaKey, altKey, ctrlKey, shiftKey }: MouseEvent): boolean =>
  !defaultPrevented && button === 0 && !(metaKey || altKey || ctrlKey || shiftKey);
