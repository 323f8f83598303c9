import { Form } from '@remix-run/react';
import { Button } from '../../ui/button.tsx';
import styles from './settings.module.css';

const themes = [
  { value: '', label: 'As the system', says: 'Light by day and dark by night, where your computer does so.' },
  { value: 'light', label: 'Light', says: 'Always.' },
  { value: 'dark', label: 'Dark', says: 'Always.' },
] as const;

/** Light or dark, and whether single keys do something. */
export function AppearanceForm({
  look: { theme, keys, saved },
}: {
  readonly look: { readonly theme: string | null; readonly keys: boolean; readonly saved: boolean };
}) {
  return (
    <Form method="post" className={styles.form}>
      <fieldset className={styles.field}>
        <legend className={styles.label}>Colours</legend>
        {themes.map(({ value, label, says }) => (
          <label className={styles.check} key={value}>
            <input type="radio" name="theme" value={value} defaultChecked={value === (theme ?? '')} />
            <span>
              {label}
              <span className={styles.hint}>{says}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset className={styles.field}>
        <legend className={styles.label}>Keyboard</legend>
        <label className={styles.check}>
          <input type="checkbox" name="keys" defaultChecked={keys} />
          <span>
            Single keys do something
            <span className={styles.hint}>
              Such as j and k in the inbox, and ? for the keys of a page. Switch them off if you speak to your
              computer, or press keys by accident. Everything stays reachable with Tab and Enter.
            </span>
          </span>
        </label>
      </fieldset>
      <div className={styles.formFoot}>
        <Button kind="primary" size="form">
          Save
        </Button>
        <p className={styles.saved} role="status">
          {saved ? 'Saved for this browser.' : ''}
        </p>
      </div>
    </Form>
  );
}
