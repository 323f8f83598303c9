import { Form } from '@remix-run/react';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Locked } from '../../ui/locked.tsx';
import type { CaseData } from './case-data.ts';
import { CommandFields } from './command-fields.tsx';
import styles from './watch-mark.module.css';

/** Who watches the case, and a button to watch it or to stop. */
export function WatchMark({ page }: { readonly page: CaseData }) {
  const { may, people } = page.watch;
  if (!may && people.length === 0) return null;
  return (
    <div className={styles.watch} role="toolbar" aria-label="Watching">
      {may ? <Toggle page={page} /> : null}
      {people.length === 0 ? null : <Watchers people={people} />}
    </div>
  );
}

function Toggle({ page }: { readonly page: CaseData }) {
  const { id, watch } = page;
  if (!watch.mine && watch.full)
    return <Locked label="Watch" reason="As many people watch it as can. Ask one of them to stop." />;
  const words = watch.mine ? (
    <>
      <Icon name="check" />
      Watching<span className="only-read"> (stop)</span>
    </>
  ) : (
    <>
      <Icon name="eye" />
      Watch
    </>
  );
  if (watch.onlyWay)
    return (
      <ButtonLink to={`/cases/${id}?do=unwatch`} kind="quiet">
        {words}
      </ButtonLink>
    );
  return (
    <Form method="post" preventScrollReset>
      <CommandFields page={page} deed={watch.mine ? 'unwatch' : 'watch'} />
      <Button kind="quiet">{words}</Button>
    </Form>
  );
}

const atOnce = 3;

function Watchers({ people }: { readonly people: CaseData['watch']['people'] }) {
  const more = people.length - atOnce;
  return (
    <details className={styles.watchers}>
      <summary>
        <span className={styles.faces}>
          {people.slice(0, atOnce).map(({ id, name, me }) => (
            <Avatar key={id} name={name} me={me} size={20} />
          ))}
        </span>
        {more > 0 ? <span aria-hidden="true">+{more}</span> : null}
        <span className="only-read">
          {people.length === 1 ? '1 person watches' : `${people.length} people watch`}
        </span>
      </summary>
      <ul aria-label="They watch it">
        {people.map(({ id, name, me }) => (
          <li key={id}>
            <Avatar name={name} me={me} size={20} />
            {me ? 'You' : name}
          </li>
        ))}
      </ul>
    </details>
  );
}
