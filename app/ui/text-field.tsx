import styles from './field.module.css';

/** What a one-line text field needs to know. */
interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'email' | 'password';
  readonly autoComplete: string;
  readonly hint?: string;
  readonly minLength?: number;
  readonly defaultValue?: string;
}

/** A labelled one-line field that posts without JavaScript. */
export function TextField({
  name,
  label,
  type = 'text',
  autoComplete,
  hint,
  minLength,
  defaultValue,
}: TextFieldProps) {
  const hintId = `${name}-hint`;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={name}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p className={styles.hint} id={hintId}>
          {hint}
        </p>
      )}
      <input
        className={styles.input}
        id={name}
        name={name}
        type={type}
        autoComplete={autoComplete}
        required
        minLength={minLength}
        defaultValue={defaultValue}
        aria-describedby={hint === undefined ? undefined : hintId}
      />
    </div>
  );
}
