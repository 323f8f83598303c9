import { Form, Link } from '@remix-run/react';
import { Button } from '../../ui/button.tsx';
import { Choice, type ChoiceOption } from '../../ui/choice.tsx';
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
  readonly kinds: readonly ChoiceOption[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
}) {
  const narrowed = Object.values(now).some((value) => value !== '');
  return (
    <Form method="get" className={styles.filters} role="search" aria-label="Narrow the access log">
      <Choice name="kind" label="What" value={now.kind} any="anything" options={kinds} />
      <Choice
        name="person"
        label="Who"
        value={now.person}
        any="anybody"
        options={people.map(({ id, name }) => ({ id, label: name }))}
      />
      <label>
        <span>From</span>
        <input type="date" name="from" defaultValue={now.from} key={now.from} />
      </label>
      <label>
        <span>
          Until<span className="only-read">, that day included</span>
        </span>
        <input type="date" name="until" defaultValue={now.until} key={now.until} />
      </label>
      <div className={styles.show}>
        <Button>Show</Button>
        {narrowed ? <Link to="/log/access">Everything</Link> : null}
      </div>
    </Form>
  );
}
