import type { MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { EffectList } from '../features/settings/effect-list.tsx';
import styles from '../features/settings/settings.module.css';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { Empty } from '../ui/empty.tsx';
import { action, loader } from './_in.settings.effects.server.ts';

export { action, loader };

export const meta: MetaFunction = () => [{ title: 'Stopped work · Signalbox' }];

export default function Effects() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <SettingsPage
      title="Stopped work"
      lead="What Signalbox owed somebody and gave up on, after trying again and again. Nothing of it is lost: mend the cause, and let it try again."
    >
      <EffectList page={page} result={result} />
      {page.lines.length > 0 ? null : (
        <Empty title="Nothing has stopped">
          Every notice, delivery and decision went through. Work that fails for good is listed here, and{' '}
          <Link to="/settings">health</Link> says so.
        </Empty>
      )}
      <nav className={styles.more} aria-label="Pages">
        {page.cursor === '' ? null : <Link to="/settings/effects">First page</Link>}
        {page.next === null ? null : (
          <Link to={`/settings/effects?cursor=${encodeURIComponent(page.next)}`}>More</Link>
        )}
      </nav>
    </SettingsPage>
  );
}
