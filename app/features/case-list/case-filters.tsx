import type { SerializeFrom } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { ageWords, listedAges } from '../../lib/ages.ts';
import { typeOptions } from '../../lib/type-options.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { NamedChoice } from '../../ui/named-choice.tsx';
import styles from './case-list.module.css';
import type { CaseListPage } from './case-list-page.server.ts';

const categories = [
  { id: 'new', label: 'New' },
  { id: 'in_review', label: 'In review' },
  { id: 'blocked', label: 'Blocked' },
  { id: 'approved', label: 'Approved' },
  { id: 'done', label: 'Done' },
];
const standings = [
  { id: 'true', label: 'open' },
  { id: 'false', label: 'finished' },
];
const ageOptions = listedAges.map((age) => ({ id: age, label: ageWords[age] }));

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
      <Choice name="type" label="Request type" value={now.type} any="any" options={typeOptions(types)} />
      <Choice name="category" label="State" value={now.category} any="any" options={categories} />
      <NamedChoice name="owner" label="Who has it" value={now.owner} offered={people} />
      <Choice name="age" label="In its state" value={now.age} any="any time" options={ageOptions} />
      <Choice name="open" label="Open" value={now.open} any="open or finished" options={standings} />
      <label className={styles.only}>
        <input type="checkbox" name="late" value="true" defaultChecked={now.late === 'true'} key={now.late} />
        <span>Late</span>
      </label>
      <Button>Show</Button>
      {narrowed ? <Link to="/cases">Everything</Link> : null}
    </Form>
  );
}
