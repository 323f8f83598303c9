import { useNavigate } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useKeys } from '../../lib/use-keys.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Icon } from '../../ui/icon.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Locked } from '../../ui/locked.tsx';
import { ActionForm } from './action-form.tsx';
import styles from './case-actions.module.css';
import type { CaseData, Refusal } from './case-data.ts';
import { EditForm } from './edit-form.tsx';

/** What can be done to the case, what cannot yet and why, and the form of what was chosen, in place. */
export function CaseActions({
  page,
  refusal,
}: {
  readonly page: CaseData;
  readonly refusal: Refusal | null;
}) {
  const { id, actions, doing, why } = page;
  const navigate = useNavigate();
  const base = `/cases/${id}`;
  const more = why === null ? '' : '&why=1';
  const at = (deed: string) => `${base}?do=${encodeURIComponent(deed)}${more}`;
  const open = actions.filter(({ locked }) => locked === undefined);
  const shown = open.filter(({ behind, apart }) => behind !== true && apart !== true);
  const behind = open.filter((action) => action.behind === true);
  const locked = actions.filter((action) => action.locked !== undefined);
  useBackToButton(doing?.id ?? null);
  useKeys({
    ...Object.fromEntries(
      open.flatMap(({ id: deed, shortcut }) =>
        shortcut === undefined ? [] : [[shortcut, () => navigate(at(deed), { preventScrollReset: true })]],
      ),
    ),
    m: () => document.getElementById('comment')?.focus(),
    Escape: () => {
      if (doing !== null || why !== null || page.from !== null)
        navigate(page.from ?? base, { preventScrollReset: true });
    },
  });
  if (actions.length === 0) return null;
  return (
    <>
      <div className={styles.bar} role="toolbar" aria-label="What you may do">
        {shown.map(({ id: deed, label, icon, shortcut, primary }) => (
          <ButtonLink
            key={deed}
            id={`do-${deed}`}
            to={at(deed)}
            kind={primary === true ? 'primary' : undefined}
          >
            <Icon name={icon} />
            {label}
            {shortcut === undefined ? null : <KeyHint of={shortcut} />}
          </ButtonLink>
        ))}
        {behind.length === 0 ? null : (
          <details className={styles.more} key={doing?.id ?? ''}>
            <summary>
              <Icon name="more" />
              More
            </summary>
            <div className={styles.menu}>
              {behind.map(({ id: deed, label, icon }) => (
                <ButtonLink key={deed} id={`do-${deed}`} to={at(deed)} kind="quiet">
                  <Icon name={icon} />
                  {label}
                </ButtonLink>
              ))}
            </div>
          </details>
        )}
        {locked.map((action) => (
          <Locked key={action.id} label={action.label} reason={action.locked ?? ''} />
        ))}
      </div>
      {doing === null ? (
        <Stray page={page} refusal={refusal} />
      ) : (
        <Doing key={doing.id} page={page} action={doing} refusal={refusal} />
      )}
    </>
  );
}

/** Puts the focus back on the button whose form was closed, unless it went elsewhere. */
function useBackToButton(doing: string | null): void {
  const was = useRef(doing);
  useEffect(() => {
    const left = was.current;
    was.current = doing;
    if (left === null || doing !== null || document.activeElement !== document.body) return;
    const button = document.getElementById(`do-${left}`);
    button?.focus();
    // What is behind “More” is folded away.
    if (document.activeElement !== button) button?.closest('details')?.querySelector('summary')?.focus();
  }, [doing]);
}

function Doing(props: {
  readonly page: CaseData;
  readonly action: NonNullable<CaseData['doing']>;
  readonly refusal: Refusal | null;
}) {
  const { page, refusal } = props;
  return page.edit === null ? (
    <ActionForm {...props} />
  ) : (
    <EditForm page={page} edit={page.edit} refusal={refusal} />
  );
}

/** A refusal of something whose form is gone: it cannot be done any more. */
function Stray({ page, refusal }: { readonly page: CaseData; readonly refusal: Refusal | null }) {
  if (refusal === null || refusal.deed === 'comment' || refusal.deed === 'attach') return null;
  const text = refusal.typed['text'] ?? '';
  return (
    <div className={styles.stray} role="alert">
      <p>
        <strong>Not done: </strong>
        {refusal.refused.detail}
      </p>
      {text === '' ? null : <p className="second">You wrote: “{text}”</p>}
      <ButtonLink to={`/cases/${page.id}`}>Look at it again</ButtonLink>
    </div>
  );
}
