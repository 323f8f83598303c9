import { Form, useNavigation } from '@remix-run/react';
import type { Refused } from '../../lib/api.server.ts';
import { Button } from '../../ui/button.tsx';
import { RefusedList } from './refused-list.tsx';
import styles from './types.module.css';

/** Takes a definition in as a draft: a file, or its text. What was refused stays typed. */
export function ImportForm({
  keyOf,
  refused,
  yaml = '',
}: {
  readonly keyOf: string;
  readonly refused?: Refused | undefined;
  readonly yaml?: string | undefined;
}) {
  const busy = useNavigation().formData?.get('_intent') === 'import';
  return (
    <details className={styles.more} open={refused !== undefined}>
      <summary>Import a definition</summary>
      <Form method="post" encType="multipart/form-data" className={styles.reason}>
        <input type="hidden" name="_intent" value="import" />
        <input type="hidden" name="_key" value={keyOf} />
        <p className="second">
          It comes in as a draft of the request type it names; nothing is live before somebody publishes it.
        </p>
        <label htmlFor="import-file">A YAML file</label>
        <input id="import-file" type="file" name="file" accept=".yaml,.yml,.json" />
        <label htmlFor="import-text">Or its text</label>
        <textarea
          id="import-text"
          className={styles.yaml}
          name="yaml"
          rows={8}
          spellCheck={false}
          defaultValue={yaml}
          aria-invalid={refused === undefined ? undefined : true}
        />
        {refused === undefined ? null : <RefusedList refused={refused} />}
        <div>
          <Button>{busy ? 'Importing …' : 'Import as a draft'}</Button>
        </div>
      </Form>
    </details>
  );
}
