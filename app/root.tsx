import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { lookOf } from './lib/look.server.ts';
import baseCss from './ui/base.css?url';
import { Message } from './ui/message.tsx';
import tokensCss from './ui/tokens.css?url';
import { useTrouble } from './ui/trouble.tsx';

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'stylesheet', href: tokensCss },
  { rel: 'stylesheet', href: baseCss },
];

export const meta: MetaFunction = () => [{ title: 'Signalbox' }];

/** The nonce is no secret from the page it belongs to; it is the same for every script of one answer. */
export function loader({ context, request }: LoaderFunctionArgs) {
  return { nonce: context.nonce, ...lookOf(request.headers.get('Cookie')) };
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root');
  // Browsers hide a nonce from scripts: on hydration it is there and empty, which is no difference that matters.
  const nonce = typeof document === 'undefined' ? (data?.nonce ?? '') : '';
  // An address that no route knows has no nonce: its scripts would be refused, and its page needs none.
  const scripted = typeof document !== 'undefined' || data !== undefined;
  return (
    <html
      lang="en"
      data-theme={data?.theme ?? undefined}
      data-keys={data?.keys === false ? 'off' : undefined}
      data-times={data?.exact === true ? 'exact' : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={data?.theme ?? 'light dark'} />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {scripted && <ScrollRestoration nonce={nonce} />}
        {scripted && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** What goes wrong outside the frame; inside it, the frame stays. */
export function ErrorBoundary() {
  const { title, says } = useTrouble();
  return (
    <Message title={title}>
      {says} Go back to the <a href="/">start page</a>.
    </Message>
  );
}
