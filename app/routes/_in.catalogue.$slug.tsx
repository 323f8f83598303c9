import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useState } from 'react';
import { NextPanel } from '../features/submit/next-panel.tsx';
import { RequestForm } from '../features/submit/request-form.tsx';
import { Review } from '../features/submit/review.tsx';
import { SubmitLayout } from '../features/submit/submit-layout.tsx';
import { Crumbs } from '../ui/crumbs.tsx';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { action, loader } from './_in.catalogue.$slug.server.ts';

export { action, loader };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Request'} · Signalbox` },
];

export default function Submit() {
  const type = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [asked, setAsked] = useState((answer?.live ?? type.live).approvals);
  const crumbs = <Crumbs trail={[{ to: '/catalogue', label: 'Catalogue' }]} />;
  if (!type.maySubmit)
    return (
      <Page title={type.title} crumbs={crumbs}>
        <Empty title="This request is not yours to make">
          Somebody with another role makes it for you: ask your manager, or choose another in the{' '}
          <a href="/catalogue">catalogue</a>.
        </Empty>
      </Page>
    );
  return (
    <Page title={type.title} crumbs={crumbs}>
      <SubmitLayout
        next={<NextPanel ahead={type.ahead} gates={type.gates} takes={type.takes} asked={asked} />}
      >
        {answer?.step === 'review' ? (
          <Review answer={answer} version={type.version} />
        ) : (
          <RequestForm type={type} answer={answer} onAsked={setAsked} />
        )}
      </SubmitLayout>
    </Page>
  );
}
