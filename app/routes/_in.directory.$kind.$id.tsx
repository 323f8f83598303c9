import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ObjectPageView } from '../features/directory/object-view.tsx';
import { Crumbs } from '../ui/crumbs.tsx';
import { Page } from '../ui/page.tsx';
import { action, loader } from './_in.directory.$kind.$id.server.ts';

export { action, loader };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.view.title ?? 'Directory'} · Signalbox` },
];

export default function DirectoryObject() {
  const { slug, label, address, view, form, said, happened } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const words = refused?.said ?? said;
  return (
    <Page
      title={view.title}
      crumbs={
        <Crumbs
          trail={[
            { to: '/directory', label: 'Directory' },
            { to: `/directory/${slug}`, label },
          ]}
        />
      }
    >
      <ObjectPageView
        view={view}
        address={address}
        happened={happened}
        open={{
          form: refused?.form ?? form,
          said:
            words === null || refused?.form
              ? null
              : { words, tone: refused === undefined ? 'success' : 'warning' },
          meanwhile: refused?.meanwhile ?? [],
        }}
      />
    </Page>
  );
}
