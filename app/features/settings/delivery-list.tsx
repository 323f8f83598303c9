import { Form, Link } from '@remix-run/react';
import { Button } from '../../ui/button.tsx';
import { ExactTime } from '../../ui/exact-time.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { DeliveryLine } from './connection-page.server.ts';
import { deliveryWords } from './connection-words.ts';
import { Refusal } from './refusal.tsx';
import type { RefusedForm } from './refused-form.ts';
import styles from './settings.module.css';

/** What was sent through a connection and what was answered, newest first; each can be sent again. */
export function DeliveryList({
  id,
  deliveries: { lines, next, status, cursor },
  mayReplay,
  keyOf,
  refused,
}: {
  readonly id: string;
  readonly deliveries: {
    readonly lines: readonly DeliveryLine[];
    readonly next: string | null;
    readonly status: string;
    readonly cursor: string;
  };
  readonly mayReplay: boolean;
  readonly keyOf: string;
  readonly refused: RefusedForm | undefined;
}) {
  const here = `/settings/connections/${id}`;
  const narrowed = status === '' ? '' : `status=${status}&`;
  return (
    <section aria-labelledby="deliveries">
      <div className={styles.listHead}>
        <h3 id="deliveries">Deliveries</h3>
        <Form method="get" className={styles.narrow} role="search" aria-label="Narrow the deliveries">
          <label>
            <span className="only-read">State</span>
            <select name="status" defaultValue={status} key={status}>
              <option value="">in any state</option>
              {Object.entries(deliveryWords).map(([value, { label }]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <Button>Show</Button>
        </Form>
      </div>
      {refused === undefined ? null : (
        <div className={styles.notice}>
          <Refusal form={refused} labels={{}} />
        </div>
      )}
      {lines.length === 0 ? (
        <p className={`second ${styles.inset}`}>
          {status === ''
            ? 'Nothing was sent yet. What is sent is listed here for 90 days, with every answer.'
            : 'None in this state.'}
        </p>
      ) : (
        <ul className={styles.deliveries}>
          {lines.map((line) => (
            <Delivery key={line.id} line={line} keyOf={mayReplay ? keyOf : null} />
          ))}
        </ul>
      )}
      <nav className={styles.more} aria-label="Pages">
        {cursor === '' ? null : <Link to={`${here}?${narrowed}`}>Newest</Link>}
        {next === null ? null : (
          <Link to={`${here}?${narrowed}cursor=${encodeURIComponent(next)}`}>Older</Link>
        )}
      </nav>
    </section>
  );
}

function Delivery({ line, keyOf }: { readonly line: DeliveryLine; readonly keyOf: string | null }) {
  const { id, caseId, number, what, label, icon, tone, at, next, tries, attempts, mayReplay } = line;
  return (
    <li>
      <details>
        <summary>
          <span className={styles.marked} data-tone={tone}>
            <Icon name={icon} />
            {label}
          </span>
          <span className={styles.sent}>
            {what}, {number}
          </span>
          <span className="quiet">
            <ExactTime at={at} />
            {tries === 0 ? '' : tries === 1 ? ', 1 try' : `, ${tries} tries`}
            {next === null ? '' : `, next ${next.words}`}
          </span>
        </summary>
        <div className={styles.foldBody}>
          <p className="second">
            Sent: “{what}” of case <Link to={`/cases/${caseId}`}>{number}</Link>, under the id{' '}
            <span className="fixed">{id}</span>. <Link to={`/log?stream=${caseId}`}>The case in the log</Link>
          </p>
          {attempts.length === 0 ? (
            <p className="second">It was not tried yet.</p>
          ) : (
            <ol className={styles.tries} aria-label="Tries">
              {attempts.map((attempt) => (
                <li key={attempt.n}>
                  <span className="quiet">
                    <ExactTime at={attempt.at} />, {attempt.took}
                  </span>
                  <span className={styles.words}>{attempt.answer}</span>
                </li>
              ))}
            </ol>
          )}
          {keyOf === null ? null : mayReplay ? (
            <Form method="post">
              <input type="hidden" name="_intent" value="replay" />
              <input type="hidden" name="_key" value={keyOf} />
              <input type="hidden" name="delivery" value={id} />
              <Button>Send it again</Button>
            </Form>
          ) : (
            <p className="second">
              It waits for a decision that may still be taken back; it goes out by itself.
            </p>
          )}
        </div>
      </details>
    </li>
  );
}
