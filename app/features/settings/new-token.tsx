import { Form, useNavigation } from '@remix-run/react';
import { tokenScopes } from '../../../domain/access/scopes.ts';
import { Button } from '../../ui/button.tsx';
import { Checks, Field } from './field.tsx';
import { Refusal } from './refusal.tsx';
import { errorOf, type RefusedForm, typedValue } from './refused-form.ts';
import { scopeWords } from './scope-words.ts';
import styles from './settings.module.css';

const lives = [
  { value: '30', label: 'in 30 days' },
  { value: '90', label: 'in 90 days' },
  { value: '365', label: 'in a year' },
  { value: 'never', label: 'never' },
];

const labels = { name: 'Name', scopes: 'What it reaches', personId: 'Acts as', expiresAt: 'Ends' };

/** Makes a token: what for, how far it reaches, until when. */
export function NewToken({
  owners,
  keyOf,
  refused,
  done,
}: {
  readonly owners: readonly { readonly value: string; readonly label: string }[];
  readonly keyOf: string;
  readonly refused: RefusedForm | undefined;
  /** Whether one was just made: the form is folded and empty again. */
  readonly done: boolean;
}) {
  const { state } = useNavigation();
  return (
    <details className={styles.fold} open={refused !== undefined} key={done ? keyOf : 'new'}>
      <summary>New token</summary>
      <Form method="post" className={styles.foldBody}>
        <Refusal form={refused} labels={labels} />
        <input type="hidden" name="_intent" value="create" />
        <input type="hidden" name="_key" value={keyOf} />
        <Field
          name="name"
          label="Name"
          hint="What it is for, so that you know later whether it is still needed."
          value={typedValue(refused, 'name')}
          error={errorOf(refused, 'name')}
        />
        <Checks
          name="scopes"
          label="What it reaches"
          options={tokenScopes.map((value) => ({ value, ...scopeWords[value] }))}
          chosen={refused?.values['scopes'] ?? []}
          error={errorOf(refused, 'scopes')}
        />
        <div className={styles.pair}>
          {owners.length < 2 ? (
            <input type="hidden" name="personId" value={owners[0]?.value ?? ''} />
          ) : (
            <Field
              name="personId"
              label="Acts as"
              options={owners}
              value={typedValue(refused, 'personId', owners[0]?.value)}
              error={errorOf(refused, 'personId')}
            />
          )}
          <Field
            name="expiresAt"
            label="Ends"
            options={lives}
            value={typedValue(refused, 'expiresAt', '90')}
            error={errorOf(refused, 'expiresAt')}
          />
        </div>
        <div className={styles.formFoot}>
          <Button kind="primary" size="form">
            {state === 'submitting' ? 'Making it …' : 'Make the token'}
          </Button>
        </div>
      </Form>
    </details>
  );
}
