import type { ReactNode } from 'react';
import styles from './action-form.module.css';
import type { CaseData, Refusal } from './case-data.ts';

/** What an action lets one choose: which approval, which person, which priority. */
export function ActionChoices({
  needs: { gates, person, priority },
  people,
  typed,
}: {
  readonly needs: NonNullable<CaseData['doing']>['needs'];
  readonly people: CaseData['people'];
  readonly typed: Refusal['typed'];
}) {
  return (
    <>
      {gates === undefined ? null : (
        <Choice name="gate" label="Which approval" value={typed['gate'] ?? ''}>
          {gates.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Choice>
      )}
      {person === undefined ? null : (
        <Choice name="person" label={person.label} value={typed['person'] ?? ''} required={person.required}>
          <option value="">{person.required ? 'Choose a person' : 'The requester'}</option>
          <People people={people} near />
          <People people={people} near={false} />
        </Choice>
      )}
      {priority === undefined ? null : (
        <Choice name="priority" label="Priority" value={typed['priority'] || String(priority)}>
          <option value="1">1, urgent</option>
          <option value="2">2, high</option>
          <option value="3">3, normal</option>
          <option value="4">4, low</option>
        </Choice>
      )}
    </>
  );
}

function Choice({
  name,
  label,
  value,
  required = false,
  children,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly required?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.field}>
      <label htmlFor={`deed-${name}`}>{label}</label>
      <select id={`deed-${name}`} name={name} defaultValue={value} required={required}>
        {children}
      </select>
    </div>
  );
}

function People({ people, near }: { readonly people: CaseData['people']; readonly near: boolean }) {
  const some = people.filter((person) => person.near === near);
  if (some.length === 0) return null;
  return (
    <optgroup label={near ? 'Close to this case' : 'Everybody'}>
      {some.map(({ id, name, note }) => (
        <option key={id} value={id}>
          {note === '' ? name : `${name}, ${note}`}
        </option>
      ))}
    </optgroup>
  );
}
