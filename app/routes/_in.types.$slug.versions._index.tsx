import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { TypeFrame } from '../features/types/type-frame.tsx';
import { type RefusedReturn, Versions } from '../features/types/versions.tsx';
import { action, loader } from './_in.types.$slug.versions._index.server.ts';

export { action, loader };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Versions of ${data?.head.title ?? 'a request type'} · Signalbox` },
];

export default function TypeVersions() {
  const { head, entries } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedReturn>();
  return (
    <TypeFrame slug={head.slug} title={head.title} at="versions">
      <Versions head={head} entries={entries} refused={refused} />
    </TypeFrame>
  );
}
