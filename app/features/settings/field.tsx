import { type ReactNode, useId } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { fieldId } from './refused-form.ts';
import styles from './settings.module.css';

interface FieldProps {
  /** As the API points to it, without the first slash. */
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly optional?: boolean;
  readonly error?: string | undefined;
  /** Tells fields of the same name in several forms of a page apart. */
  readonly scope?: string;
}

/** A labelled field of one line, several lines or a choice; what was refused stays in it, with the reason below. */
export function Field({
  name,
  label,
  hint,
  optional = false,
  error,
  value = '',
  options,
  lines = 1,
  type = 'text',
  scope,
}: FieldProps & {
  readonly value?: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined;
  readonly lines?: number;
  readonly type?: 'text' | 'url' | 'number' | 'password';
}) {
  const id = fieldId(scope === undefined ? name : `${scope}/${name}`);
  const told = useId();
  const common = {
    ...{ id, name, className: styles.input ?? '', required: !optional },
    'aria-invalid': error === undefined ? undefined : true,
    'aria-describedby': [hint && `${told}h`, error && `${told}e`].filter(Boolean).join(' ') || undefined,
  };
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {optional ? <span className={styles.optional}>optional</span> : null}
      </label>
      {hint === undefined ? null : (
        <p className={styles.hint} id={`${told}h`}>
          {hint}
        </p>
      )}
      {options !== undefined ? (
        <select {...common} defaultValue={value}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : lines > 1 ? (
        <textarea {...common} rows={lines} defaultValue={value} />
      ) : (
        <input {...common} type={type} defaultValue={value} autoComplete="off" spellCheck={false} />
      )}
      <FieldError id={`${told}e`} error={error} />
    </div>
  );
}

/** Several things of which any number may be chosen. */
export function Checks({
  name,
  label,
  hint,
  error,
  optional = false,
  options,
  chosen,
}: FieldProps & {
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  readonly chosen: readonly string[];
}) {
  const told = useId();
  return (
    <fieldset className={styles.field} aria-describedby={error === undefined ? undefined : `${told}e`}>
      <legend className={styles.label}>
        {label}
        {optional ? <span className={styles.optional}>optional</span> : null}
      </legend>
      {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
      <div className={styles.checks}>
        {options.map((option, index) => (
          <label className={styles.check} key={option.value}>
            <input
              id={index === 0 ? fieldId(name) : undefined}
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
            />
            <span>
              {option.label}
              {option.hint === undefined ? null : <span className={styles.hint}>{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={`${told}e`} error={error} />
    </fieldset>
  );
}

function FieldError({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  return error === undefined ? null : (
    <p className={styles.error} id={id}>
      <Icon name="error" />
      <span>{error}</span>
    </p>
  );
}
