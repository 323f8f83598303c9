import { Form } from '@remix-run/react';
import { shownKey } from '../../lib/own-keys.ts';
import { useOwnKeys } from '../../lib/use-own-keys.ts';
import { Button } from '../../ui/button.tsx';
import styles from './settings.module.css';

const themes = [
  { value: '', label: 'As the system', says: 'Light by day and dark by night, where your computer does so.' },
  { value: 'light', label: 'Light', says: 'Always.' },
  { value: 'dark', label: 'Dark', says: 'Always.' },
] as const;

/** Light or dark, short or exact times, and whether single keys do something. */
export function AppearanceForm({
  look: { theme, keys, exact, saved },
}: {
  readonly look: {
    readonly theme: string | null;
    readonly keys: boolean;
    readonly exact: boolean;
    readonly saved: string | null;
  };
}) {
  const own = useOwnKeys();
  const told = (name: string): string => shownKey(own(name));
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
        <legend className={styles.label}>Times</legend>
        <label className={styles.check}>
          <input type="checkbox" name="exact" defaultChecked={exact} />
          <span>
            Exact times everywhere
            <span className={styles.hint}>
              With day, year, hour and zone instead of “2 h left”. Without it, {told('e')} shows them on a
              page, and so does pointing at a time or touching it.
            </span>
          </span>
        </label>
      </fieldset>
      <fieldset className={styles.field}>
        <legend className={styles.label}>Keyboard</legend>
        <label className={styles.check}>
          <input type="checkbox" name="keys" defaultChecked={keys} />
          <span>
            Single keys do something
            <span className={styles.hint}>
              Such as {told('j')} and {told('k')} in the inbox, and {told('?')} for the keys of a page. Switch
              them off if you speak to your computer, or press keys by accident. Everything stays reachable
              with Tab and Enter.
            </span>
          </span>
        </label>
      </fieldset>
      <div className={styles.formFoot}>
        <Button kind="primary" size="form">
          Save
        </Button>
        <p className={styles.saved} role="status">
          {saved === '1' ? 'Saved for this browser.' : ''}
        </p>
      </div>
    </Form>
  );
}
