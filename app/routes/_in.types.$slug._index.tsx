import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Overview } from '../features/types/overview.tsx';
import { OverviewHead } from '../features/types/overview-head.tsx';
import { TypeFrame } from '../features/types/type-frame.tsx';
import { loader } from './_in.types.$slug._index.server.ts';

export { loader };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.head.title ?? 'Request type'} · Signalbox` },
];

export default function TypeOverview() {
  const { head, n, sections, published } = useLoaderData<typeof loader>();
  return (
    <TypeFrame slug={head.slug} title={head.title} at="overview">
      <OverviewHead head={head} n={n} published={published} />
      <Overview sections={sections} />
    </TypeFrame>
  );
}
