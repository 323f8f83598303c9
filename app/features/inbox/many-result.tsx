import type { SerializeFrom } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useKeys } from '../../lib/use-keys.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import styles from './inbox.module.css';
import { type ManyDone, manyAtOnce } from './many-done.ts';

const verbs: Readonly<Record<string, string>> = {
  approve: 'approved',
  reject: 'rejected',
  claim: 'taken',
  accept: 'accepted',
  snooze: 'put aside',
  wake: 'taken up again',
};

/** What came of doing one thing to many: how many were done, and each that was refused with the reason. */
export function ManyResult({
  result: { deed, done, refused, undo, tooMany },
  pageKey,
}: {
  readonly result: SerializeFrom<ManyDone>;
  readonly pageKey: string;
}) {
  if (tooMany)
    return (
      <div className={styles.result}>
        <Banner tone="warning" title={`More than ${manyAtOnce} at once`}>
          Nothing was done yet. Choose them again and tick “Yes, all of them”.
        </Banner>
      </div>
    );
  if (done + refused.length === 0)
    return (
      <div className={styles.result}>
        <Banner tone="accent">Choose the cases first.</Banner>
      </div>
    );
  const title = `${done} ${verbs[deed] ?? 'done'}${refused.length === 0 ? '' : `, ${refused.length} refused`}`;
  return (
    <div className={styles.result}>
      <Banner tone={refused.length === 0 ? 'success' : 'warning'} title={title}>
        {undo.length === 0 ? null : <Undo undo={undo} pageKey={pageKey} />}
        {refused.length === 0 ? null : (
          <ul>
            {refused.map(({ id, name, why }) => (
              <li key={id}>
                <Link to={`/cases/${id}`}>{name}</Link>: {why}
              </li>
            ))}
          </ul>
        )}
      </Banner>
    </div>
  );
}

const windowMs = 8_000;

/** Takes back what was put aside, on what was seen of it then; for as long as things can be taken back. */
function Undo({ undo, pageKey }: { readonly undo: readonly string[]; readonly pageKey: string }) {
  const form = useRef<HTMLFormElement>(null);
  const [gone, setGone] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setGone(true), windowMs);
    return () => clearTimeout(timer);
  }, []);
  useKeys(gone ? {} : { z: () => form.current?.requestSubmit() });
  if (gone) return null;
  return (
    <Form method="post" ref={form} preventScrollReset>
      <input type="hidden" name="deed" value="wake" />
      <input type="hidden" name="sure" value="yes" />
      <input type="hidden" name="key" value={pageKey} />
      {undo.map((choice) => (
        <input key={choice} type="hidden" name="case" value={choice} />
      ))}
      <Button>
        Undo
        <KeyHint of="z" />
      </Button>
    </Form>
  );
}
