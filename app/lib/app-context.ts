import type { WebContext } from '../../server/http/web-context.ts';

declare module '@remix-run/node' {
  interface AppLoadContext extends WebContext {}
}

/** What loaders and actions get from the server: values, never modules. */
export type AppContext = WebContext;
