import { Form, Link } from '@remix-run/react';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyText } from '../../ui/copy-text.tsx';
import { Refusal } from './refusal.tsx';
import type { RefusedForm } from './refused-form.ts';
import styles from './settings.module.css';

/** A secret that is shown this once, a token that was ended, and one that is about to be. */
export function TokenNotices({
  page: { of, ending, revoked, keys },
  made,
  refused,
}: {
  readonly page: {
    readonly of: string;
    readonly ending: { readonly id: string; readonly name: string; readonly owner: string } | null;
    readonly revoked: boolean;
    readonly keys: { readonly revoke: string };
  };
  readonly made: { readonly name: string; readonly secret: string | null } | undefined;
  readonly refused: RefusedForm | undefined;
}) {
  const back = of === 'all' ? '/settings/tokens?of=all' : '/settings/tokens';
  return (
    <>
      {made === undefined ? null : <Made made={made} />}
      {revoked && made === undefined ? (
        <div className={styles.notice}>
          <Banner tone="success">Revoked. Programs that used it are turned away from now on.</Banner>
        </div>
      ) : null}
      {refused === undefined ? null : (
        <div className={styles.notice}>
          <Refusal form={refused} labels={{}} />
        </div>
      )}
      {ending === null ? null : (
        <Form method="post" action={back} className={styles.notice}>
          <input type="hidden" name="_intent" value="revoke" />
          <input type="hidden" name="_key" value={keys.revoke} />
          <input type="hidden" name="id" value={ending.id} />
          <input type="hidden" name="of" value={of} />
          <Banner tone="warning" title={`Revoke “${ending.name}” of ${ending.owner}?`}>
            <p>
              Programs that use it are turned away at once. This cannot be undone; make a new one instead.
            </p>
            <div className={styles.deeds}>
              <Button>Revoke the token</Button>
              <Link to={back}>Keep it</Link>
            </div>
          </Banner>
        </Form>
      )}
    </>
  );
}

function Made({
  made: { name, secret },
}: {
  readonly made: { readonly name: string; readonly secret: string | null };
}) {
  return (
    <div className={styles.notice}>
      {secret === null ? (
        <Banner tone="accent" title={`“${name}” was made already`}>
          <p>
            Its secret was shown then, and is kept nowhere. If it is lost, revoke the token and make another.
          </p>
        </Banner>
      ) : (
        <Banner tone="success" title={`“${name}” is made: copy its secret now`}>
          <p>It is shown this once and kept nowhere. Send it as “Authorization: Bearer”.</p>
          <code className={styles.secret}>{secret}</code>
          <CopyText text={secret} label="Copy the secret" />
        </Banner>
      )}
    </div>
  );
}
