import { useState } from 'react';
import { Icon } from '../ui/icon.tsx';
import { uploadFile } from './upload-file.ts';

/** Hands over a file and tells `sent` its id; it works by a script, so the page hides it where there are none. */
export function HandOverFile({
  id,
  sent,
  refused,
  hintClass,
}: {
  /** Of the field, so that a label can stand for it. */
  readonly id: string;
  readonly sent: (attachment: string) => void;
  /** Why the page could not keep the last one. */
  readonly refused: string | undefined;
  readonly hintClass: string | undefined;
}) {
  const [said, say] = useState('');
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    say(`Handing over ${file.name} …`);
    const result = await uploadFile(file, {});
    if ('refused' in result) return say(`${file.name}: ${result.refused}`);
    say('');
    sent(result.id);
  };
  return (
    <>
      <input
        className="only-read"
        id={id}
        type="file"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          take(file).catch(() => say('The file could not be handed over. Try again.'));
        }}
      />
      <label htmlFor={id}>
        <Icon name="clip" />
        Add a file
      </label>
      <p className={hintClass} role="status">
        {said || refused}
      </p>
    </>
  );
}
