import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LogTabs } from '../features/log/log-tabs.tsx';
import { VerifySteps } from '../features/log/verify-steps.tsx';
import { Page } from '../ui/page.tsx';
import { loader } from './_in.log.verify.server.ts';

export { loader };

export const meta: MetaFunction = () => [{ title: 'Verify the log · Signalbox' }];

export default function Verify() {
  const { fingerprint, readsLog, reach } = useLoaderData<typeof loader>();
  return (
    <Page title="Verify the log" tools={readsLog ? <LogTabs current="verify" /> : null}>
      <VerifySteps fingerprint={fingerprint} readsLog={readsLog} reach={reach} />
    </Page>
  );
}
