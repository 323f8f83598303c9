import type { SerializeFrom } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { Button } from '../../ui/button.tsx';
import styles from './numbers.module.css';
import type { NumbersPage } from './numbers-page.server.ts';

/** Which days and which request type the numbers are of; a form that only reads, so that its address can be kept and sent. */
export function NumbersFilters({
  page: { days, type, periods, types },
}: {
  readonly page: Pick<SerializeFrom<NumbersPage>, 'days' | 'type' | 'periods' | 'types'>;
}) {
  return (
    <Form method="get" className={styles.filters} role="search" aria-label="Narrow the numbers">
      <select name="type" aria-label="Request type" defaultValue={type} key={`type ${type}`}>
        <option value="">All request types</option>
        {types.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
      </select>
      <select name="days" aria-label="Period" defaultValue={days} key={`days ${days}`}>
        {periods.map(({ days: value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Button>Show</Button>
    </Form>
  );
}
