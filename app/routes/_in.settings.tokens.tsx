import type { MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { NewToken } from '../features/settings/new-token.tsx';
import styles from '../features/settings/settings.module.css';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { TokenNotices } from '../features/settings/token-notices.tsx';
import { TokenTable } from '../features/settings/token-table.tsx';
import { Empty } from '../ui/empty.tsx';
import { action, loader } from './_in.settings.tokens.server.ts';

export { action, loader };

export const meta: MetaFunction = () => [{ title: 'Tokens · Signalbox' }];

export default function Tokens() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer !== undefined && 'refused' in answer ? answer.refused : undefined;
  const made = answer !== undefined && 'made' in answer ? answer.made : undefined;
  const all = page.of === 'all';
  return (
    <SettingsPage
      title={all ? 'Everybody’s tokens' : 'Your tokens'}
      lead="With a token a program acts as its owner, no further than the token reaches. Treat one like a password."
      tools={
        page.seesAll ? (
          <Link to={all ? '/settings/tokens' : '/settings/tokens?of=all'}>
            {all ? 'Only yours' : 'Everybody’s'}
          </Link>
        ) : null
      }
    >
      <TokenNotices page={page} made={made} refused={refused?.intent === 'revoke' ? refused : undefined} />
      <NewToken
        owners={page.owners}
        keyOf={page.keys.create}
        refused={refused?.intent === 'create' ? refused : undefined}
        done={made !== undefined}
      />
      {page.lines.length === 0 ? (
        <Empty title="No tokens yet">
          Make one above when a program should read or do something in your name. Its secret is shown once.
        </Empty>
      ) : (
        <TokenTable page={page} />
      )}
      {page.next === null ? null : (
        <nav className={styles.more} aria-label="Pages">
          <Link to={`/settings/tokens?of=${page.of}&cursor=${encodeURIComponent(page.next)}`}>More</Link>
        </nav>
      )}
    </SettingsPage>
  );
}
