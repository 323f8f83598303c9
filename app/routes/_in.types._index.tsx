import type { MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { ImportForm } from '../features/types/import-form.tsx';
import { ReadyTypes } from '../features/types/ready-types.tsx';
import { TypeTable } from '../features/types/type-table.tsx';
import styles from '../features/types/types.module.css';
import type { Refused } from '../lib/api.server.ts';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { action, loader } from './_in.types._index.server.ts';

export { action, loader };

export const meta: MetaFunction = () => [{ title: 'Request types · Signalbox' }];

export default function Types() {
  const { rows, next, ready, own, designs, key } = useLoaderData<typeof loader>();
  const answer = useActionData<{ readonly refused: Refused; readonly yaml: string }>();
  return (
    <Page title="Request types">
      {rows.length === 0 ? (
        <Empty title="There is no request type yet">
          {designs
            ? 'Take one of those below in as a draft, try it, and publish it; or import a definition of your own.'
            : 'A designer makes the first one.'}
        </Empty>
      ) : (
        <TypeTable rows={rows} />
      )}
      {next === null ? null : (
        <nav className={styles.pages} aria-label="Pages">
          <Link to={`/types?cursor=${encodeURIComponent(next)}`}>More</Link>
        </nav>
      )}
      {ready.length === 0 ? null : (
        <ReadyTypes types={ready} designs={designs} own={own} keyOf={key} first={rows.length === 0} />
      )}
      {designs ? (
        <div className={styles.below}>
          <ImportForm keyOf={key} refused={answer?.refused} yaml={answer?.yaml} />
        </div>
      ) : null}
    </Page>
  );
}
