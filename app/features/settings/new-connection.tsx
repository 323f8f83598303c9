import { Form, Link, useNavigation } from '@remix-run/react';
import { Button } from '../../ui/button.tsx';
import { ConnectionFields, type ConnectionForm } from './connection-fields.tsx';
import { Field } from './field.tsx';
import { labelsOf } from './labels-of.ts';
import { Refusal } from './refusal.tsx';
import { errorOf, type RefusedForm, typedValue } from './refused-form.ts';
import { SecretFields } from './secret-fields.tsx';
import styles from './settings.module.css';

/** The form that makes a connection. */
export function NewConnection({
  form,
  keyOf,
  suggested,
  refused,
}: {
  readonly form: ConnectionForm & {
    readonly secrets: readonly {
      readonly name: string;
      readonly label: string;
      readonly hint?: string | undefined;
    }[];
  };
  readonly keyOf: string;
  readonly suggested: string;
  readonly refused: RefusedForm | undefined;
}) {
  const { state } = useNavigation();
  return (
    <Form method="post" className={styles.form}>
      <Refusal form={refused} labels={labelsOf(form)} />
      <input type="hidden" name="_key" value={keyOf} />
      <Field
        name="id"
        label="Short name"
        hint="Small letters, digits and dashes, such as crm. Addresses and request types use it; it never changes."
        value={typedValue(refused, 'id')}
        error={errorOf(refused, 'id')}
      />
      <ConnectionFields form={form} title="" refused={refused} />
      <SecretFields secrets={form.secrets} have={[]} suggested={suggested} refused={refused} />
      <div className={styles.formFoot}>
        <Button kind="primary" size="form">
          {state === 'submitting' ? 'Making it …' : 'Make the connection'}
        </Button>
        <Link to="/settings/connections">Cancel</Link>
      </div>
    </Form>
  );
}
