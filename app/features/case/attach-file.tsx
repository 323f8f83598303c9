import { useSubmit } from '@remix-run/react';
import { useState } from 'react';
import { uploadFile } from '../../forms/upload-file.ts';
import { Icon } from '../../ui/icon.tsx';
import type { CaseData, Refusal } from './case-data.ts';
import styles from './case-view.module.css';

/** Adds a file to the case; it is handed over by a script, so a page without scripts does not offer it. */
export function AttachFile({ page, refusal }: { readonly page: CaseData; readonly refusal: Refusal | null }) {
  const [said, say] = useState('');
  const submit = useSubmit();
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    say(`Handing over ${file.name} …`);
    const result = await uploadFile(file, {});
    if ('refused' in result) {
      say(`${file.name}: ${result.refused}`);
      return;
    }
    say('');
    submit(
      { deed: 'attach', key: crypto.randomUUID(), attachment: result.id },
      { method: 'post', action: `/cases/${page.id}`, preventScrollReset: true },
    );
  };
  return (
    <div className={styles.attach}>
      <input
        className="only-read"
        id="attach-file"
        type="file"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          take(file).catch(() => say('The file could not be handed over. Try again.'));
        }}
      />
      <label htmlFor="attach-file">
        <Icon name="clip" />
        Add a file
      </label>
      <p className="small quiet" role="status">
        {said || (refusal?.deed === 'attach' ? refusal.refused.detail : '')}
      </p>
    </div>
  );
}
