import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CaseList } from '../features/case-list/case-list.tsx';
import { Page } from '../ui/page.tsx';
import { loader } from './_in.cases._index.server.ts';

export { loader };

export const meta: MetaFunction = () => [{ title: 'Cases · Signalbox' }];

export default function CasesRoute() {
  const page = useLoaderData<typeof loader>();
  return (
    <Page title="Cases">
      <CaseList page={page} />
    </Page>
  );
}
