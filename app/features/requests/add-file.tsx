import { useFetcher } from '@remix-run/react';
import { useState } from 'react';
import { uploadFile } from '../../forms/upload-file.ts';
import { Icon } from '../../ui/icon.tsx';
import type { RefusedSaying } from './refused-saying.ts';
import styles from './tracker.module.css';

/** Adds a file to the request; it is handed over by a script, so a page without scripts does not offer it. */
export function AddFile({
  keyOf,
  refused,
}: {
  readonly keyOf: string;
  readonly refused: RefusedSaying | undefined;
}) {
  const [said, say] = useState('');
  const { submit } = useFetcher();
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    say(`Handing over ${file.name} …`);
    const result = await uploadFile(file, {});
    if ('refused' in result) return say(`${file.name}: ${result.refused}`);
    say('');
    submit({ _intent: 'attach', _key: keyOf, attachment: result.id }, { method: 'post' });
  };
  return (
    <div className={styles.addFile}>
      <input
        className="only-read"
        id="add-file"
        type="file"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          take(file).catch(() => say('The file could not be handed over. Try again.'));
        }}
      />
      <label htmlFor="add-file">
        <Icon name="clip" />
        Add a file
      </label>
      <p className={styles.hint} role="status">
        {said || refused?.refused.detail}
      </p>
    </div>
  );
}
