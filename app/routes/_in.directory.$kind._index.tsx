import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { DeedFormView } from '../features/directory/deed-form-view.tsx';
import styles from '../features/directory/directory.module.css';
import { ObjectList } from '../features/directory/object-list.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Crumbs } from '../ui/crumbs.tsx';
import { Page } from '../ui/page.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { action, loader } from './_in.directory.$kind._index.server.ts';

export { action, loader };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.label ?? 'Directory'} · Signalbox` },
];

export default function DirectoryKind() {
  const { slug, label, none, searches, tabs, make, narrowing, filters, list, form } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const asked = refused ?? form;
  const address = `/directory/${slug}`;
  if (asked !== null || list === null)
    return (
      <Page title={asked?.title ?? label} crumbs={<Crumbs trail={[{ to: address, label }]} />}>
        {asked === null ? null : <DeedFormView form={asked} headed={false} />}
      </Page>
    );
  return (
    <Page
      title="Directory"
      tools={
        <>
          <Tabs label="What to look at" tabs={tabs} />
          {make === null ? null : (
            <span className={styles.make}>
              <ButtonLink to={`${address}?do=create`}>{make}</ButtonLink>
            </span>
          )}
        </>
      }
    >
      <ObjectList
        label={label}
        none={none}
        make={make}
        searches={searches}
        list={list}
        filters={filters}
        narrowing={narrowing}
      />
    </Page>
  );
}
