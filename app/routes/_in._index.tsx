import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FirstSteps } from '../features/start/first-steps.tsx';
import { StateFigures } from '../features/start/state-figures.tsx';
import { TypeList } from '../features/start/type-list.tsx';
import { Page } from '../ui/page.tsx';
import { loader } from './_in._index.server.ts';

export { loader };

export const meta: MetaFunction = () => [{ title: 'Start · Signalbox' }];

export default function Start() {
  const { types, state, steps } = useLoaderData<typeof loader>();
  return (
    <Page title="Start">
      <StateFigures state={state} />
      {steps.length === 0 ? <TypeList types={types} /> : <FirstSteps steps={steps} />}
    </Page>
  );
}
