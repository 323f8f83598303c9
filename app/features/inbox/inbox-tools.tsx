import { Form } from '@remix-run/react';
import { Icon } from '../../ui/icon.tsx';
import { ToldKeys } from '../../ui/told-keys.tsx';
import styles from './inbox.module.css';

const keys = [
  { keys: ['j', 'k'], does: 'Next and previous case' },
  { keys: ['J', 'K'], does: 'Take cases along, to choose them' },
  { keys: ['Enter'], does: 'Open the case' },
  { keys: [' '], does: 'Look at it beside the list' },
  { keys: ['x'], does: 'Choose it, or not' },
  { keys: ['a'], does: 'Approve, accept or take it; with cases chosen, all of them' },
  { keys: ['r'], does: 'Reject it; with cases chosen, all of them' },
  { keys: ['i'], does: 'Ask for information' },
  { keys: ['s'], does: 'Hand it over' },
  { keys: ['m'], does: 'Write a comment' },
  { keys: ['h'], does: 'Put it aside until later' },
  { keys: ['z'], does: 'Undo what was just done' },
  { keys: ['Esc'], does: 'Choose none, close what is beside the list' },
];

/** Searching every case one may read, and the keys of the page. */
export function InboxTools({ q }: { readonly q: string }) {
  return (
    <div className={styles.tools}>
      <Form method="get" action="/inbox" role="search" className={styles.search ?? ''} key={q}>
        <Icon name="search" />
        <label className="only-read" htmlFor="inbox-q">
          Search cases
        </label>
        <input
          id="inbox-q"
          type="search"
          name="q"
          defaultValue={q}
          placeholder="Search cases"
          maxLength={200}
        />
      </Form>
      <ToldKeys keys={keys} />
    </div>
  );
}
