import type { SerializeFrom } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { ages, ageWords } from '../../lib/ages.ts';
import { Button } from '../../ui/button.tsx';
import styles from './case-list.module.css';
import type { CaseListPage } from './case-list-page.server.ts';

const categories = [
  ['', 'any'],
  ['new', 'New'],
  ['in_review', 'In review'],
  ['blocked', 'Blocked'],
  ['approved', 'Approved'],
  ['done', 'Done'],
] as const;

type Page = SerializeFrom<CaseListPage>;

/** Narrows the list of cases; a form that only reads, so that its address can be kept and sent. */
export function CaseFilters({ page: { now, types, people } }: { readonly page: Page }) {
  const narrowed = Object.values(now).some((value) => value !== '');
  return (
    <Form method="get" className={styles.filters} role="search" aria-label="Narrow the cases">
      {now.counted === ''
        ? null
        : (['counted', 'from', 'to'] as const).map((name) => (
            <input key={name} type="hidden" name={name} value={now[name]} />
          ))}
      {now.state === '' ? null : <input type="hidden" name="state" value={now.state} />}
      <label className={styles.words}>
        <span>Number or words</span>
        <input type="search" id="find-cases" name="q" defaultValue={now.q} key={now.q} />
      </label>
      <label>
        <span>Request type</span>
        <select name="type" defaultValue={now.type} key={now.type}>
          <option value="">any</option>
          {types.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>State</span>
        <select name="category" defaultValue={now.category} key={now.category}>
          {categories.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Who has it</span>
        <input name="owner" list="owners" autoComplete="off" defaultValue={now.owner} key={now.owner} />
        <datalist id="owners">
          {people.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </label>
      <label>
        <span>In its state</span>
        <select name="age" defaultValue={now.age} key={now.age}>
          <option value="">any time</option>
          {ages.map((age) => (
            <option key={age} value={age}>
              {ageWords[age]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Open</span>
        <select name="open" defaultValue={now.open} key={now.open}>
          <option value="">open or finished</option>
          <option value="true">open</option>
          <option value="false">finished</option>
        </select>
      </label>
      <label className={styles.only}>
        <input type="checkbox" name="late" value="true" defaultChecked={now.late === 'true'} key={now.late} />
        <span>Late</span>
      </label>
      <Button>Show</Button>
      {narrowed ? <Link to="/cases">Everything</Link> : null}
    </Form>
  );
}
