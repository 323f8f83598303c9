import { useState } from 'react';
import styles from './button.module.css';
import { Icon } from './icon.tsx';

/** Puts a text on the clipboard, and says so; the text itself stands beside it for those without scripts. */
export function CopyText({
  text,
  label,
}: {
  /** Asked for when it is copied, where only the browser knows it. */
  readonly text: string | (() => string);
  readonly label: string;
}) {
  const [said, say] = useState('');
  return (
    <div>
      <button
        className={styles.button}
        type="button"
        onClick={() => {
          navigator.clipboard
            .writeText(typeof text === 'string' ? text : text())
            .then(() => say('Copied.'))
            .catch(() => say('It could not be copied: select it, and copy it by hand.'));
        }}
      >
        <Icon name="copy" />
        {said === 'Copied.' ? 'Copied' : label}
      </button>{' '}
      <span className={said === 'Copied.' ? 'only-read' : 'second small'} role="status">
        {said}
      </span>
    </div>
  );
}
