import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Numbers } from '../features/numbers/numbers.tsx';
import { NumbersFilters } from '../features/numbers/numbers-filters.tsx';
import { Page } from '../ui/page.tsx';
import { loader } from './_in.numbers.server.ts';

export { loader };

export const meta: MetaFunction = () => [{ title: 'Numbers · Signalbox' }];

export default function NumbersRoute() {
  const page = useLoaderData<typeof loader>();
  return (
    <Page title="Numbers" tools={<NumbersFilters page={page} />}>
      <Numbers page={page} />
    </Page>
  );
}
