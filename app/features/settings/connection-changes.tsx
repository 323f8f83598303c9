import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { ExactTime } from '../../ui/exact-time.tsx';
import { ConnectionFields, type ConnectionForm } from './connection-fields.tsx';
import { Field } from './field.tsx';
import { labelsOf } from './labels-of.ts';
import { Refusal } from './refusal.tsx';
import { errorOf, type RefusedForm, typedValue } from './refused-form.ts';
import { SecretFields } from './secret-fields.tsx';
import styles from './settings.module.css';

interface Change {
  readonly rev: number;
  readonly title: string;
  readonly active: boolean;
  readonly paused: boolean;
  readonly have: readonly string[];
  readonly suggested: string;
  readonly form:
    | (ConnectionForm & {
        readonly secrets: readonly {
          readonly name: string;
          readonly label: string;
          readonly hint?: string | undefined;
        }[];
      })
    | null;
  readonly keys: {
    readonly save: string;
    readonly secrets: string;
    readonly stand: string;
    readonly pause: string;
  };
  readonly history: readonly {
    readonly seq: number;
    readonly who: string;
    readonly what: string;
    readonly why: string | null;
    readonly at: { readonly words: string; readonly exact: string };
  }[];
}

/** Everything that can be done to a connection, folded, and what was done to it. */
export function ConnectionChanges({
  page,
  refused,
}: {
  readonly page: Change;
  readonly refused: RefusedForm | undefined;
}) {
  const { form, rev, keys, title, have, suggested, history } = page;
  const of = (...intents: string[]) =>
    refused !== undefined && intents.includes(refused.intent) ? refused : undefined;
  return (
    <div className={styles.folds}>
      {form === null ? null : (
        <>
          <Fold
            title="Change it"
            intent="change"
            verb="Save"
            keyOf={keys.save}
            rev={rev}
            refused={of('change')}
            labels={labelsOf(form)}
          >
            <ConnectionFields form={form} title={title} refused={of('change')} />
          </Fold>
          {form.secrets.length === 0 ? null : (
            <Fold
              title="Change its secrets"
              intent="secrets"
              verb="Save the secrets"
              keyOf={keys.secrets}
              rev={rev}
              refused={of('secrets')}
              labels={labelsOf(form)}
            >
              <SecretFields
                secrets={form.secrets}
                have={have}
                suggested={suggested}
                refused={of('secrets')}
              />
            </Fold>
          )}
        </>
      )}
      <Standing page={page} refused={refused} />
      <details className={styles.fold}>
        <summary>History</summary>
        <ol className={`${styles.foldBody} ${styles.tries}`}>
          {history.map(({ seq, who, what, why, at }) => (
            <li key={seq}>
              <ExactTime className="quiet" at={at} />
              <span>
                {who} {what}
                {why === null ? '.' : `: “${why}”`}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}

/** Whether it goes on, waits or is stopped. */
function Standing({
  page: { active, paused, rev, keys },
  refused,
}: {
  readonly page: Change;
  readonly refused: RefusedForm | undefined;
}) {
  const of = (...intents: string[]) =>
    refused !== undefined && intents.includes(refused.intent) ? refused : undefined;
  return (
    <>
      {active ? (
        <Fold
          title={paused ? 'Let it go on' : 'Pause it'}
          intent={paused ? 'resume' : 'pause'}
          verb={paused ? 'Go on' : 'Pause the connection'}
          keyOf={keys.pause}
          rev={rev}
          refused={of('pause', 'resume')}
          labels={{ reason: 'Why' }}
        >
          <p className="second">
            {paused
              ? 'What waited is sent, in order, then what happens from now on.'
              : 'Nothing is lost: what is to be sent waits until you let it go on.'}
          </p>
        </Fold>
      ) : null}
      <Fold
        title={active ? 'Stop it' : 'Start it again'}
        intent={active ? 'stop' : 'start'}
        verb={active ? 'Stop the connection' : 'Start the connection'}
        keyOf={keys.stand}
        rev={rev}
        refused={of('stop', 'start')}
        labels={{ reason: 'Why' }}
      >
        <p className="second">
          {active
            ? 'Nothing more is sent through it, and what waits is called off. You can start it again.'
            : 'It is told of what happens from now on; what happened meanwhile is not sent.'}
        </p>
      </Fold>
    </>
  );
}

function Fold({
  title,
  intent,
  verb,
  keyOf,
  rev,
  refused,
  labels,
  children,
}: {
  readonly title: string;
  readonly intent: string;
  readonly verb: string;
  readonly keyOf: string;
  readonly rev: number;
  readonly refused: RefusedForm | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}) {
  return (
    <details className={styles.fold} open={refused !== undefined} key={`${intent} ${rev}`}>
      <summary>{title}</summary>
      <Form method="post" className={styles.foldBody}>
        <Refusal form={refused} labels={labels} />
        <input type="hidden" name="_intent" value={intent} />
        <input type="hidden" name="_key" value={keyOf} />
        <input type="hidden" name="_rev" value={rev} />
        {children}
        <Reason intent={intent} refused={refused} />
        <div className={styles.formFoot}>
          <Button kind="primary" size="form">
            {verb}
          </Button>
        </div>
      </Form>
    </details>
  );
}

function Reason({ intent, refused }: { readonly intent: string; readonly refused: RefusedForm | undefined }) {
  return (
    <Field
      key={intent}
      name="reason"
      scope={intent}
      label="Why"
      hint="Kept in its history."
      value={typedValue(refused, 'reason')}
      error={errorOf(refused, 'reason')}
    />
  );
}
