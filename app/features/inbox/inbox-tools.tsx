import { Form } from '@remix-run/react';
import { Icon } from '../../ui/icon.tsx';
import { ToldKeys } from '../../ui/told-keys.tsx';
import styles from './inbox.module.css';

const keys = [
  { key: 'j / k', does: 'Next and previous case' },
  { key: 'Shift J / K', does: 'Take cases along, to choose them' },
  { key: 'Enter', does: 'Open the case' },
  { key: 'Space', does: 'Look at it beside the list' },
  { key: 'x', does: 'Choose it, or not' },
  { key: 'a', does: 'Approve, accept or take it; with cases chosen, all of them' },
  { key: 'r', does: 'Reject it; with cases chosen, all of them' },
  { key: 'i', does: 'Ask for information' },
  { key: 's', does: 'Hand it over' },
  { key: 'm', does: 'Write a comment' },
  { key: 'z', does: 'Undo what was just done' },
  { key: 'Esc', does: 'Choose none, close what is beside the list' },
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
