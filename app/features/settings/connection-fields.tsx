import { Checks, Field } from './field.tsx';
import { errorOf, type RefusedForm, typedValue } from './refused-form.ts';
import styles from './settings.module.css';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** What the form of a connection offers, as pages get it. */
export interface ConnectionForm {
  readonly fields: readonly {
    readonly name: string;
    readonly kind: string;
    readonly label: string;
    readonly hint: string | null;
    readonly required: boolean;
    readonly standard: string;
    readonly options: readonly Option[];
  }[];
  readonly values: Readonly<Record<string, string>>;
  readonly follows: boolean;
  readonly maps: boolean;
  readonly events: readonly Option[];
  readonly roles: readonly Option[];
  readonly types: readonly Option[];
  readonly chosen: {
    readonly events: readonly string[];
    readonly roles: readonly string[];
    readonly types: readonly string[];
  };
}

/** Everything of a connection that is no secret. */
export function ConnectionFields({
  form,
  title,
  refused,
}: {
  readonly form: ConnectionForm;
  readonly title: string;
  readonly refused: RefusedForm | undefined;
}) {
  const picked = (name: string, stands: readonly string[]) =>
    refused === undefined ? stands : (refused.values[name] ?? []);
  const needed = form.fields.filter(({ required }) => required);
  const first = needed.length > 0 ? needed : form.fields.slice(0, 1);
  const more = form.fields.filter((field) => !first.includes(field));
  const one = (field: ConnectionForm['fields'][number]) => (
    <ConfigInput key={field.name} field={field} stands={form.values[field.name] ?? ''} refused={refused} />
  );
  return (
    <>
      <Field
        name="title"
        label="Title"
        hint="As people know the other system."
        value={typedValue(refused, 'title', title)}
        error={errorOf(refused, 'title')}
      />
      {first.map(one)}
      {form.follows ? (
        <Checks
          name="eventKinds"
          label="Tell it when"
          options={form.events}
          chosen={picked('eventKinds', form.chosen.events)}
          error={errorOf(refused, 'eventKinds')}
        />
      ) : null}
      <Checks
        name="roles"
        label="It sees what these roles see"
        hint="Of a case it is told nothing that none of them may read."
        options={form.roles}
        chosen={picked('roles', form.chosen.roles)}
        error={errorOf(refused, 'roles')}
      />
      <Checks
        name="types"
        label="For these request types"
        hint="All of them when none is chosen."
        optional
        options={form.types}
        chosen={picked('types', form.chosen.types)}
        error={errorOf(refused, 'types')}
      />
      {form.maps ? (
        <p className="second">Which answers go into which fields stands in each request type that uses it.</p>
      ) : null}
      {more.length === 0 ? null : (
        <details
          className={styles.inner}
          open={more.some(({ name }) => errorOf(refused, name) !== undefined)}
        >
          <summary>More settings</summary>
          <div className={styles.pair}>{more.map(one)}</div>
        </details>
      )}
    </>
  );
}

const types = { url: 'url', number: 'number' } as const;

function ConfigInput({
  field: { name, kind, label, hint, required, standard, options },
  stands,
  refused,
}: {
  readonly field: ConnectionForm['fields'][number];
  readonly stands: string;
  readonly refused: RefusedForm | undefined;
}) {
  const usual =
    standard === ''
      ? ''
      : `${options.find(({ value }) => value === standard)?.label ?? standard} when left out.`;
  const told = [hint, kind === 'choice' ? '' : usual].filter(Boolean).join(' ');
  return (
    <Field
      name={name}
      label={label}
      optional={!required}
      {...(told === '' ? {} : { hint: told })}
      {...(kind === 'choice' ? { options } : {})}
      type={kind === 'url' ? types.url : 'text'}
      value={typedValue(refused, name, stands === '' && kind === 'choice' ? standard : stands)}
      error={errorOf(refused, name)}
    />
  );
}
