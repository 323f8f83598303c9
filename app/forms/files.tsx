import { useEffect, useRef, useState } from 'react';
import { Icon } from '../ui/icon.tsx';
import { type ControlProps, controlId } from './control.tsx';
import styles from './form.module.css';
import { uploadFile } from './upload-file.ts';

interface Kept {
  readonly id: string;
  readonly name: string;
}

/** Files chosen or dropped: each is handed over at once, so that sending the form only names them. */
export function Files({
  field,
  name,
  initial,
  describedBy,
  invalid,
  changed,
}: ControlProps & {
  readonly changed: () => void;
}) {
  const { accept, maxFiles = 10, maxBytes } = field;
  const [files, setFiles] = useState<readonly Kept[]>(() => keptAtFirst(name, initial));
  const [said, say] = useState('');
  const told = useRef(files);
  // The hidden inputs are in the page only after this render.
  useEffect(() => {
    if (told.current === files) return;
    told.current = files;
    changed();
  }, [files, changed]);
  const take = async (chosen: readonly File[]) => {
    const places = maxFiles - files.length;
    const refused = chosen.length > places ? `There is place for ${Math.max(0, places)} more here. ` : '';
    for (const file of chosen.slice(0, Math.max(0, places))) {
      say(`${refused}Handing over ${file.name} …`);
      const result = await uploadFile(file, { accept, maxBytes });
      if ('refused' in result) return say(`${refused}${file.name}: ${result.refused}`);
      setFiles((known) => [...known, result]);
    }
    say(refused);
  };
  return (
    <div className={styles.files}>
      <p className={`${styles.hint} ${styles.unscripted}`}>
        Files can be attached where scripts run. Send the request without them.
      </p>
      <div className={`${styles.drop} ${styles.scripted}`}>
        <Icon name="upload" />
        <input
          className={styles.fileInput}
          type="file"
          id={controlId(name)}
          multiple={maxFiles > 1}
          accept={accept?.map((ending) => `.${ending}`).join(',')}
          aria-label={`${field.label}: choose ${maxFiles > 1 ? 'files' : 'a file'}`}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={(event) => {
            const chosen = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            take(chosen).catch(() => say('The file could not be handed over. Try again.'));
          }}
        />
        <span className={styles.limits}>{limitsInWords(field)}</span>
      </div>
      <ul className={styles.kept}>
        {files.map(({ id, name: title }) => (
          <li key={id}>
            <input type="hidden" name={name} value={id} />
            <input type="hidden" name={`_file.${id}`} value={title} />
            <Icon name="file" />
            <span className="clip">{title}</span>
            <button
              className={styles.small}
              type="button"
              onClick={() => setFiles(files.filter((other) => other.id !== id))}
            >
              Take away<span className="only-read"> {title}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.hint} role="status">
        {said}
      </p>
    </div>
  );
}

const keptAtFirst = (name: string, initial: ControlProps['initial']): readonly Kept[] =>
  initial(name).map((id) => ({ id, name: initial(`_file.${id}`)[0] ?? 'A file' }));

function limitsInWords({ accept, maxBytes, maxFiles = 10 }: ControlProps['field']): string {
  const kinds = accept?.map((ending) => ending.toUpperCase()).join(', ');
  const size = maxBytes === undefined ? undefined : `up to ${Math.floor(maxBytes / 1_000_000)} MB`;
  const count = maxFiles === 1 ? 'one file' : `up to ${maxFiles} files`;
  return [kinds, size, count].filter((part) => part !== undefined).join(', ');
}
