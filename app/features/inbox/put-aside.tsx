import type { Later } from '../../lib/later.ts';
import { Icon } from '../../ui/icon.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import styles from './inbox.module.css';

const id = 'put-aside';

/** Opens what is offered for the chosen cases and goes to its first time. */
export function offerLater(): void {
  const menu = document.getElementById(id);
  if (!(menu instanceof HTMLDetailsElement)) return;
  menu.open = true;
  menu.querySelector('button')?.focus();
}

/** Puts the chosen cases aside until one of a few times. */
export function PutAside({ later: { options } }: { readonly later: Later }) {
  return (
    <details className={styles.later} id={id}>
      <summary>
        <Icon name="snooze" />
        Put aside
        <KeyHint of="h" />
      </summary>
      <div className={styles.laterMenu}>
        {options.map(({ value, label, when }) => (
          <button key={value} type="submit" name="deed" value={`snooze:${value}`}>
            {label}
            <span>{when}</span>
          </button>
        ))}
        <p>For another time, open the case.</p>
      </div>
    </details>
  );
}
