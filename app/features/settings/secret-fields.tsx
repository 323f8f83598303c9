import { Field } from './field.tsx';
import { errorOf, type RefusedForm } from './refused-form.ts';
import styles from './settings.module.css';

/** The secrets of a connection: what is left empty stays, what is to be forgotten is marked so. */
export function SecretFields({
  secrets,
  have,
  suggested,
  refused,
}: {
  readonly secrets: readonly {
    readonly name: string;
    readonly label: string;
    readonly hint?: string | undefined;
  }[];
  /** Names of those that are set already. */
  readonly have: readonly string[];
  /** One to be used, where somebody has to think of one. */
  readonly suggested: string;
  readonly refused: RefusedForm | undefined;
}) {
  return secrets.map(({ name, label, hint }) => {
    const set = have.includes(name);
    const ours = name === 'signingSecret';
    return (
      <div className={styles.field} key={name}>
        <Field
          name={`secrets/${name}`}
          label={label}
          optional={!ours || set}
          hint={[hint, set ? 'One is set and is never shown; what you type replaces it.' : '']
            .filter(Boolean)
            .join(' ')}
          type={ours ? 'text' : 'password'}
          value={ours && !set ? suggested : ''}
          error={errorOf(refused, `secrets/${name}`)}
        />
        {set ? (
          <label className={styles.check}>
            <input type="checkbox" name="forget" value={name} />
            <span>Forget the one that is set</span>
          </label>
        ) : null}
      </div>
    );
  });
}
