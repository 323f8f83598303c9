import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CaseView } from '../features/case/case-view.tsx';
import { ListPlace } from '../features/find/list-place.tsx';
import { CopyText } from '../ui/copy-text.tsx';
import { Crumbs } from '../ui/crumbs.tsx';
import { Page } from '../ui/page.tsx';
import { PageTools } from '../ui/page-tools.tsx';
import { action, loader } from './_in.cases.$id.server.ts';

export { action, loader };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data === undefined ? 'Case · Signalbox' : `${data.number} ${data.title} · Signalbox` },
];

export default function Case() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title={data.number}
      crumbs={<Crumbs trail={[{ to: '/inbox', label: 'Inbox' }]} />}
      tools={
        <PageTools>
          <ListPlace />
          <CopyText text={() => `${window.location.origin}/cases/${data.id}`} label="Copy link" />
        </PageTools>
      }
    >
      <CaseView key={data.id} page={data} refusal={answer?.refusal ?? null} />
    </Page>
  );
}
