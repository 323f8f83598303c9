import type { SerializeFrom } from '@remix-run/node';
import { Form, Link, useSubmit } from '@remix-run/react';
import styles from './inbox-filters.module.css';
import type { InboxPage } from './inbox-page.server.ts';
import { dues, inboxAddress } from './inbox-query.ts';

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
      key={inboxAddress(query)}
      onChange={({ currentTarget }) => submit(currentTarget, { replace: true, preventScrollReset: true })}
    >
      {view === 'mine' ? null : <input type="hidden" name="view" value={view} />}
      <label data-set={type === '' ? undefined : true}>
        <span>Type is</span>
        <select name="type" defaultValue={type} autoComplete="off">
          <option value="">any</option>
          {types.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label data-set={due === '' ? undefined : true}>
        <span>Due</span>
        <select name="due" defaultValue={due} autoComplete="off">
          <option value="">at any time</option>
          {dues.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {type === '' && due === '' ? null : (
        <Link to={inboxAddress({ ...query, type: '', due: '', sort: 'priority' })}>Show all</Link>
      )}
      <label className={styles.sort}>
        <span>First</span>
        <select name="sort" defaultValue={sort} disabled={due !== ''} autoComplete="off">
          <option value="priority">the most urgent</option>
          <option value="due">what is due first</option>
        </select>
      </label>
      <noscript>
        <button type="submit">Show</button>
      </noscript>
    </Form>
  );
}
