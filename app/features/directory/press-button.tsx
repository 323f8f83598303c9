import { Form } from '@remix-run/react';
import styles from './directory.module.css';
import type { Press } from './directory-view.ts';

/** A command sent by one press; it posts without scripts, and once however often it is pressed. */
export function PressButton({ press, small = false }: { readonly press: Press; readonly small?: boolean }) {
  const { deed, label, key, fields = {}, about } = press;
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="deed" value={deed} />
      <input type="hidden" name="key" value={key} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className={styles.press} type="submit" data-small={small || undefined}>
        {label}
        {about === undefined ? null : <span className="only-read"> {about}</span>}
      </button>
    </Form>
  );
}
