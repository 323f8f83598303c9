import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { StateFigures } from '../features/start/state-figures.tsx';
import { TypeList } from '../features/start/type-list.tsx';
import { Shell } from '../ui/shell.tsx';
import { loader } from './_index.server.ts';

export { loader };

export const meta: MetaFunction = () => [{ title: 'Start · Signalbox' }];

export default function Start() {
  const { person, types, state } = useLoaderData<typeof loader>();
  return (
    <Shell person={person} title="Start" demo={state.demo}>
      <StateFigures state={state} />
      <TypeList types={types} />
    </Shell>
  );
}
