import type { ListDeps } from '../../use-cases/lists/list-deps.ts';
import type { HttpParts } from '../http-parts.ts';

/** What lists are read from, out of what the web side has. */
export function listDeps({ deps, cursors }: Pick<HttpParts, 'deps' | 'cursors'>): ListDeps {
  return { store: deps.store, cursors };
}
