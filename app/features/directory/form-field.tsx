import styles from './directory.module.css';
import type { FieldSpec, Problem, Values } from './directory-view.ts';
import { Control, controlId } from './field-control.tsx';
import { FieldRows } from './field-rows.tsx';

interface Field {
  readonly field: FieldSpec;
  readonly values: Values;
  readonly problems: readonly Problem[];
}

/** A question with its control, what helps to answer it, and what is wrong with the answer. */
export function FormField({ field, values, problems }: Field) {
  const { name, label, kind, hint, required = false, wide } = field;
  const wrong = problems.filter((problem) => problem.name === name);
  const described = [
    ...(hint === undefined ? [] : [`${controlId(name)}-hint`]),
    ...(wrong.length === 0 ? [] : [`${controlId(name)}-wrong`]),
  ].join(' ');
  const spread = wide === true || kind === 'rows' || kind === 'text';
  const isGroup = kind === 'rows' || kind === 'checks';
  const help =
    hint === undefined ? null : (
      <p className={styles.hint} id={`${controlId(name)}-hint`}>
        {hint}
      </p>
    );
  const complaints = wrong.map(({ detail }) => (
    <p key={detail} className={styles.wrong} id={`${controlId(name)}-wrong`}>
      {detail}
    </p>
  ));
  const optional = required || field.plain ? null : <span className={styles.optional}>optional</span>;
  if (isGroup)
    return (
      <fieldset className={styles.field} data-wide={spread || undefined} id={controlId(name)} tabIndex={-1}>
        <legend>
          {label} {optional}
        </legend>
        {help}
        <Group field={field} values={values} problems={problems} />
        {complaints}
      </fieldset>
    );
  return (
    <div className={styles.field} data-wide={spread || undefined}>
      <label htmlFor={controlId(name)}>
        {label} {optional}
      </label>
      <Control
        field={field}
        value={values[name]?.[0] ?? ''}
        describedBy={described}
        invalid={wrong.length > 0}
      />
      {help}
      {complaints}
    </div>
  );
}

function Group({ field, values, problems }: Field) {
  if (field.kind === 'rows') return <FieldRows field={field} values={values} problems={problems} />;
  const chosen = values[field.name] ?? [];
  return (
    <div className={styles.checks}>
      {(field.options ?? []).map(({ id, label }) => (
        <label key={id}>
          <input type="checkbox" name={field.name} value={id} defaultChecked={chosen.includes(id)} />
          {label}
        </label>
      ))}
    </div>
  );
}
