import { useSubmit } from '@remix-run/react';
import { HandOverFile } from '../../forms/hand-over-file.tsx';
import type { CaseData, Refusal } from './case-data.ts';
import styles from './case-view.module.css';

/** Adds a file to the case. */
export function AttachFile({ page, refusal }: { readonly page: CaseData; readonly refusal: Refusal | null }) {
  const submit = useSubmit();
  return (
    <div className={styles.attach}>
      <HandOverFile
        id="attach-file"
        hintClass="small quiet"
        refused={refusal?.deed === 'attach' ? refusal.refused.detail : undefined}
        sent={(attachment) =>
          submit(
            { deed: 'attach', key: crypto.randomUUID(), attachment },
            { method: 'post', action: `/cases/${page.id}`, preventScrollReset: true },
          )
        }
      />
    </div>
  );
}
