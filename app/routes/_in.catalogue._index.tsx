import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Catalogue } from '../features/catalogue/catalogue.tsx';
import { Page } from '../ui/page.tsx';
import { loader } from './_in.catalogue._index.server.ts';

export { loader };

export const meta: MetaFunction = () => [{ title: 'Catalogue · Signalbox' }];

export default function CataloguePage() {
  const { q, setsUp, types, recent } = useLoaderData<typeof loader>();
  return (
    <Page title="Catalogue">
      <Catalogue q={q} setsUp={setsUp} types={types} recent={recent} />
    </Page>
  );
}
