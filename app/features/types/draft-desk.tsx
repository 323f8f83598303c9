import { Form, Link, useNavigation } from '@remix-run/react';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './draft.module.css';
import type { RefusedDraft } from './draft-actions.server.ts';
import type { draftPage } from './draft-page.server.ts';
import { RefusedList } from './refused-list.tsx';
import parts from './types.module.css';
import { useDraftText } from './use-draft-text.ts';

type PageOfDraft = Awaited<ReturnType<typeof draftPage>>;
/** A draft as its page shows it. */
export type ShownDraft = NonNullable<PageOfDraft['draft']>;

/** The text of a draft: to be edited and saved by designers, to be read by everybody else. */
export function DraftDesk({
  head: { slug, designs },
  keys,
  draft,
  answer,
  done,
}: {
  readonly head: PageOfDraft['head'];
  readonly keys: PageOfDraft['keys'];
  readonly draft: ShownDraft;
  readonly answer: RefusedDraft | undefined;
  readonly done: string | null;
}) {
  const refused = answer?.intent === 'save' ? answer : undefined;
  const settled = answer === undefined && done !== null && done !== 'publish';
  const first = refused?.rev ?? draft.rev;
  const { field, seen, behind, kept, bringBack } = useDraftText(slug, draft, { first, settled });
  const { state, formData } = useNavigation();
  const busy = state !== 'idle' && formData?.get('_intent') === 'save';
  const wrong = refused === undefined ? undefined : 'draft-error';
  if (!designs)
    return (
      <section className={styles.desk} aria-labelledby="draft-text">
        <h2 id="draft-text">The draft as YAML</h2>
        <p className="second">
          Designers edit it. You read it as it was saved last;{' '}
          <Link to={`/types/${slug}/draft/text`}>read it in words</Link>.
        </p>
        <textarea className={styles.text} readOnly aria-labelledby="draft-text" value={draft.yaml} />
      </section>
    );
  return (
    <section className={styles.desk} aria-labelledby="draft-text">
      <Form method="post" className={styles.edit} preventScrollReset>
        <input type="hidden" name="_intent" value="save" />
        <input type="hidden" name="_key" value={keys.save} />
        <input type="hidden" name="rev" value={seen} />
        <div className={styles.deskHead}>
          <h2 id="draft-text">
            <label htmlFor="yaml">The draft as YAML</label>
          </h2>
          <span className={parts.ways}>
            <Link to={`/types/${slug}/draft/text`}>Read it in words</Link>
            <a href={`/types/${slug}/draft/definition.yaml`} download={`${slug}-draft.yaml`}>
              <Icon name="download" />
              Export YAML
            </a>
          </span>
          <Button kind="primary">{busy ? 'Saving …' : 'Save draft'}</Button>
        </div>
        {refused === undefined ? null : (
          <div className={styles.refusedSave} id={wrong}>
            <RefusedList refused={refused.refused} />
            <p className="second">
              Nothing was saved; your text is below.{' '}
              <Link to={`/types/${slug}/draft`}>Read what is saved</Link> to begin again from there.
            </p>
          </div>
        )}
        {behind ? (
          <p className={styles.kept} role="status">
            Somebody saved this draft meanwhile. Save yours: what does not overlap is kept of both.
          </p>
        ) : null}
        {kept === null ? null : (
          <p className={styles.kept}>
            This browser kept changes that were not saved.{' '}
            <button type="button" onClick={bringBack}>
              Bring them back
            </button>
          </p>
        )}
        <textarea
          ref={field}
          id="yaml"
          className={styles.text}
          name="yaml"
          rows={32}
          spellCheck={false}
          autoComplete="off"
          defaultValue={refused?.yaml ?? draft.yaml}
          aria-invalid={refused === undefined ? undefined : true}
          aria-describedby={wrong}
        />
      </Form>
      <ImportFile keys={keys} draft={draft} answer={answer} />
    </section>
  );
}

function ImportFile({
  keys,
  draft,
  answer,
}: Pick<Parameters<typeof DraftDesk>[0], 'keys' | 'draft' | 'answer'>) {
  const refused = answer?.intent === 'import' ? answer.refused : undefined;
  return (
    <details className={parts.more} open={refused !== undefined}>
      <summary>Import a file instead</summary>
      <Form method="post" encType="multipart/form-data" className={parts.reason} preventScrollReset>
        <input type="hidden" name="_intent" value="import" />
        <input type="hidden" name="_key" value={`${keys.save}-import`} />
        <input type="hidden" name="rev" value={draft.rev} />
        <label htmlFor="draft-file">A YAML file of this request type</label>
        <input id="draft-file" type="file" name="file" accept=".yaml,.yml,.json" required />
        {refused === undefined ? null : <RefusedList refused={refused} />}
        <div>
          <Button>Import in place of the draft</Button>
        </div>
      </Form>
    </details>
  );
}
