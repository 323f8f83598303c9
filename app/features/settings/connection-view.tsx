import { Form, useNavigation } from '@remix-run/react';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ConnectionState } from './connection-state.tsx';
import { Refusal } from './refusal.tsx';
import type { RefusedForm } from './refused-form.ts';
import styles from './settings.module.css';

const doneWords: Readonly<Record<string, string>> = {
  made: 'It is made. Check it, then watch its first deliveries below.',
  changed: 'Saved. What is sent from now on follows it.',
  secrets: 'The secrets are changed. Check that the other system knows them too.',
  stopped: 'It is stopped: nothing more is sent through it.',
  started: 'It is in use again.',
  paused: 'It is paused: what is to be sent waits.',
  resumed: 'It goes on: what waited is sent now.',
  replayed: 'It is sent again, under the id it always had. Load the page in a moment to see the answer.',
};

/** What a connection is and how it stands, with a way to try it. */
export function ConnectionView({
  page: { active, paused, advice, facts, checks, mayChange, done, keys },
  checked,
  refused,
}: {
  readonly page: {
    readonly active: boolean;
    readonly paused: boolean;
    readonly advice: string | null;
    readonly facts: readonly { readonly label: string; readonly value: string }[];
    readonly checks: boolean;
    readonly mayChange: boolean;
    readonly done: string | null;
    readonly keys: { readonly check: string };
  };
  readonly checked: { readonly ok: boolean; readonly said: string } | undefined;
  readonly refused: RefusedForm | undefined;
}) {
  const { state, formData } = useNavigation();
  const trying = state !== 'idle' && formData?.get('_intent') === 'check';
  const told = done === null || checked !== undefined || refused !== undefined ? undefined : doneWords[done];
  return (
    <>
      {told === undefined ? null : (
        <div className={styles.notice}>
          <Banner tone="success">{told}</Banner>
        </div>
      )}
      {checked === undefined ? null : (
        <div className={styles.notice}>
          <Banner
            tone={checked.ok ? 'success' : 'warning'}
            title={checked.ok ? 'It works' : 'It does not work yet'}
          >
            <p>{checked.said}</p>
          </Banner>
        </div>
      )}
      {refused?.intent === 'check' ? (
        <div className={styles.notice}>
          <Refusal form={refused} labels={{}} />
        </div>
      ) : null}
      {advice === null ? null : (
        <div className={styles.notice}>
          <Banner tone="warning">{advice}</Banner>
        </div>
      )}
      <dl className={styles.facts}>
        <div>
          <dt>State</dt>
          <dd className={styles.deeds}>
            <ConnectionState active={active} paused={paused} lacks={advice !== null} />
            {mayChange && checks ? (
              <Form method="post">
                <input type="hidden" name="_intent" value="check" />
                <input type="hidden" name="_key" value={keys.check} />
                <Button>{trying ? 'Checking …' : 'Check now'}</Button>
              </Form>
            ) : null}
          </dd>
        </div>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
