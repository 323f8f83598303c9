import type { SerializeFrom } from '@remix-run/node';
import { Form, Link, useSubmit } from '@remix-run/react';
import { typeOptions } from '../../lib/type-options.ts';
import { Choice } from '../../ui/choice.tsx';
import styles from './inbox-filters.module.css';
import type { InboxPage } from './inbox-page.server.ts';
import { dues, inboxAddress } from './inbox-query.ts';

const sorts = [
  { id: 'priority', label: 'the most urgent' },
  { id: 'due', label: 'what is due first' },
];

const sortsAside = sorts.map(({ id, label }) => ({
  id,
  label: id === 'priority' ? 'what comes back first' : label,
}));

type Page = SerializeFrom<InboxPage>;

/** What narrows the list, and what comes first in it. */
export function InboxFilters({ query, types }: Pick<Page, 'query' | 'types'>) {
  const submit = useSubmit();
  const { view, type, due, sort } = query;
  return (
    <Form
      method="get"
      action="/inbox"
      className={styles.filters ?? ''}
      onChange={({ currentTarget }) => submit(currentTarget, { replace: true, preventScrollReset: true })}
    >
      {view === 'mine' ? null : <input type="hidden" name="view" value={view} />}
      <Choice name="type" label="Type is" value={type} any="any" options={typeOptions(types)} />
      <Choice name="due" label="Due" value={due} any="at any time" options={dues} />
      {type === '' && due === '' ? null : (
        <Link to={inboxAddress({ ...query, type: '', due: '', sort: 'priority' })}>Show all</Link>
      )}
      <Choice
        name="sort"
        label="First"
        value={sort}
        disabled={due !== ''}
        className={styles.sort}
        options={view === 'aside' ? sortsAside : sorts}
      />
      <noscript>
        <button type="submit">Show</button>
      </noscript>
    </Form>
  );
}
