import { Form, Link } from '@remix-run/react';
import { Button } from '../../ui/button.tsx';
import styles from './log.module.css';

/** What narrows the access log, as the address says it. */
export interface AccessNarrowing {
  readonly person: string;
  readonly kind: string;
  readonly from: string;
  readonly until: string;
}

/** Narrows the access log; a form that only reads, so that its address can be kept and sent. */
export function AccessFilters({
  now,
  kinds,
  people,
}: {
  readonly now: AccessNarrowing;
  readonly kinds: readonly { readonly id: string; readonly label: string }[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
}) {
  const narrowed = Object.values(now).some((value) => value !== '');
  return (
    <Form method="get" className={styles.filters} role="search" aria-label="Narrow the access log">
      <label>
        <span>What</span>
        <select name="kind" defaultValue={now.kind} key={now.kind}>
          <option value="">anything</option>
          {kinds.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Who</span>
        <select name="person" defaultValue={now.person} key={now.person}>
          <option value="">anybody</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>From</span>
        <input type="date" name="from" defaultValue={now.from} key={now.from} />
      </label>
      <label>
        <span>Until, that day included</span>
        <input type="date" name="until" defaultValue={now.until} key={now.until} />
      </label>
      <Button>Show</Button>
      {narrowed ? <Link to="/log/access">Everything</Link> : null}
    </Form>
  );
}
