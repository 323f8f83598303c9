import { Form, Link, useNavigation } from '@remix-run/react';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './draft.module.css';
import type { MadeNeeds } from './make-needs.server.ts';
import type { DraftNeeds } from './needs.server.ts';

/** What the draft needs of the organisation and does not find there: what one button would make, and what it made. */
export function NeedsPanel({
  needs,
  made,
  title,
  keyOf,
}: {
  readonly needs: DraftNeeds | null;
  readonly made: MadeNeeds | undefined;
  readonly title: string;
  readonly keyOf: string;
}) {
  if (needs === null && made === undefined) return null;
  return (
    <section className={styles.needs} aria-labelledby="needs">
      <h2 id="needs">
        {needs === null ? 'Nothing is missing any more' : 'What it needs and is missing here'}
      </h2>
      {made === undefined ? null : <Made made={made} />}
      {needs === null ? null : <Missing needs={needs} title={title} keyOf={keyOf} />}
    </section>
  );
}

function Made({ made: { made, refused } }: { readonly made: MadeNeeds }) {
  return (
    <div role="status">
      {made.length === 0 ? null : (
        <>
          <p className={styles.fine}>
            <Icon name="check" />
            Made, with you in it; change each where it stands:
          </p>
          <ul className={styles.madeList}>
            {made.map(({ key, words, to }) => (
              <li key={key}>
                <Link to={to}>{words}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {refused.map(({ key, words, detail }) => (
        <p key={key} className={styles.bad}>
          <Icon name="error" />
          {words} was not made. {detail}
        </p>
      ))}
    </div>
  );
}

function Missing({
  needs: { groups, connections, may, administrators, seconds },
  title,
  keyOf,
}: {
  readonly needs: DraftNeeds;
  readonly title: string;
  readonly keyOf: string;
}) {
  return (
    <>
      {groups.length === 0 ? null : (
        <dl className={styles.needList}>
          {groups.map(({ id, title: head, how, names }) => (
            <div key={id}>
              <dt>
                {head} <span className={styles.count}>{names.length}</span>
              </dt>
              <dd>
                {names.join(', ')}
                <span className="second">: {how}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {connections.length === 0 ? null : (
        <p>
          {connections.length === 1 ? 'The connection ' : 'The connections '}
          {connections.join(', ')} {connections.length === 1 ? 'holds' : 'hold'} an address and secrets:
          nobody but you can know them. <Link to="/settings/connections">Set up connections</Link>
        </p>
      )}
      {groups.length === 0 ? null : may ? (
        <Make seconds={seconds} title={title} keyOf={keyOf} />
      ) : (
        <p className="second">
          {administrators.length === 0
            ? 'An administrator can make them.'
            : `An administrator can make them: ${administrators.join(', ')}.`}
        </p>
      )}
    </>
  );
}

function Make({
  seconds,
  title,
  keyOf,
}: {
  readonly seconds: DraftNeeds['seconds'];
  readonly title: string;
  readonly keyOf: string;
}) {
  const { state, formData } = useNavigation();
  const busy = state !== 'idle' && formData?.get('_intent') === 'needs';
  return (
    <Form method="post" className={styles.make} preventScrollReset>
      <input type="hidden" name="_intent" value="needs" />
      <input type="hidden" name="_key" value={keyOf} />
      <input type="hidden" name="title" value={title} />
      {seconds === null ? null : seconds.length === 0 ? (
        <p className="second">
          Nobody signs for themselves, so approvals need a second person:{' '}
          <Link to="/directory/people">add one</Link> first, or press again afterwards.
        </p>
      ) : (
        <label>
          <span>Who signs beside you, since nobody signs for themselves</span>
          <select name="second" defaultValue={seconds.length === 1 ? seconds[0]?.id : ''} autoComplete="off">
            <option value="">Nobody yet</option>
            {seconds.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <div>
        <Button kind="primary">{busy ? 'One moment …' : 'Make what is missing'}</Button>
      </div>
    </Form>
  );
}
