import { useRouteLoaderData } from '@remix-run/react';
import { type OwnKeys, ownKey } from './own-keys.ts';

const usual: OwnKeys = {};

/** The key that does for this reader what usually `name` does; it is known from the first paint. */
export function useOwnKeys(): (name: string) => string {
  const own = useRouteLoaderData<{ readonly own?: OwnKeys }>('root')?.own ?? usual;
  return (name) => ownKey(own, name);
}
