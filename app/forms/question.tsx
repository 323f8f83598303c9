import type { ReactNode } from 'react';
import { Icon } from '../ui/icon.tsx';
import { fewAnswers, OneOf, SomeOf } from './choices.tsx';
import { Control, type ControlProps, controlId } from './control.tsx';
import { Files } from './files.tsx';
import type { Filling } from './filling.ts';
import styles from './form.module.css';
import type { FieldView } from './form-view.ts';
import { Rows } from './rows.tsx';

const wide = new Set(['long_text', 'multi_choice', 'table', 'file', 'note', 'yes_no']);

/** Whether a question takes the width of the form to itself. */
export function isWide(field: FieldView): boolean {
  return wide.has(field.kind) || (fewAnswers(field)?.length ?? 0) > 2;
}

/** One question with its words, its control, and what is wrong with the answer. */
export function Question({
  field,
  filling,
  spaced = false,
}: {
  readonly field: FieldView;
  readonly filling: Filling;
  /** Leaves the line of a help it has not, so that it stands level with its neighbour. */
  readonly spaced?: boolean;
}) {
  const { id, kind, help, example } = field;
  if (kind === 'note') return <Note field={field} />;
  if (kind === 'computed') return <Computed field={field} value={filling.computed[id]} spaced={spaced} />;
  const errors = filling.problems.filter(({ name }) => name === id);
  const needed = filling.required.has(id);
  const few = fewAnswers(field);
  const grouped = few !== undefined || kind === 'multi_choice' || kind === 'table' || kind === 'file';
  const describedBy =
    [
      help && `${controlId(id)}-help`,
      example && `${controlId(id)}-like`,
      errors.length > 0 && `${controlId(id)}-error`,
    ]
      .filter(Boolean)
      .join(' ') || undefined;
  const props = {
    field,
    name: id,
    initial: filling.initial,
    describedBy,
    invalid: errors.length > 0,
    needed,
  };
  return (
    <Labelled
      grouped={grouped}
      field={field}
      needed={needed}
      wide={isWide(field)}
      invalid={errors.length > 0}
    >
      {spaced ? <p className={styles.spacer} aria-hidden="true" /> : null}
      {help === undefined ? null : (
        <p className={styles.hint} id={`${controlId(id)}-help`}>
          {help}
        </p>
      )}
      {controlOf(props, filling, few)}
      {example === undefined ? null : (
        <p className={styles.like} id={`${controlId(id)}-like`}>
          For example: {example}
        </p>
      )}
      {errors.length === 0 ? null : (
        <p className={styles.error} id={`${controlId(id)}-error`}>
          <Icon name="error" />
          <span>{errors.map(({ detail }) => detail).join(' ')}</span>
        </p>
      )}
    </Labelled>
  );
}

function controlOf(props: ControlProps, filling: Filling, few: ReturnType<typeof fewAnswers>): ReactNode {
  if (few !== undefined) return <OneOf {...props} options={few} />;
  if (props.field.kind === 'multi_choice') return <SomeOf {...props} />;
  if (props.field.kind === 'table') return <Rows field={props.field} filling={filling} />;
  if (props.field.kind === 'file') return <Files {...props} changed={filling.changed} />;
  return <Control {...props} />;
}

function Labelled({
  grouped,
  field: { id, label },
  needed,
  wide: takesAll,
  invalid,
  children,
}: {
  readonly grouped: boolean;
  readonly field: FieldView;
  readonly needed: boolean;
  readonly wide: boolean;
  readonly invalid: boolean;
  readonly children: ReactNode;
}) {
  const words = (
    <>
      {label}
      {needed ? null : <span className={styles.optional}>optional</span>}
    </>
  );
  const shared = {
    className: styles.field,
    'data-wide': takesAll || undefined,
    'data-invalid': invalid || undefined,
  };
  if (grouped)
    return (
      <fieldset {...shared}>
        <legend className={styles.label}>{words}</legend>
        {children}
      </fieldset>
    );
  return (
    <div {...shared}>
      <label className={styles.label} htmlFor={controlId(id)}>
        {words}
      </label>
      {children}
    </div>
  );
}

function Note({ field: { label, text = [] } }: { readonly field: FieldView }) {
  return (
    <div className={styles.note} data-wide>
      <Icon name="info" />
      <div>
        {label === '' ? null : <strong>{label}</strong>}
        {text.map((parts, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text never change places
          <p key={index}>
            {parts.map((part) =>
              part.strong ? (
                <strong key={part.text}>{part.text}</strong>
              ) : (
                <span key={part.text}>{part.text}</span>
              ),
            )}
          </p>
        ))}
      </div>
    </div>
  );
}

function Computed({
  field: { id, label, help },
  value,
  spaced,
}: {
  readonly field: FieldView;
  readonly value: string | undefined;
  readonly spaced: boolean;
}) {
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      {spaced ? <p className={styles.spacer} aria-hidden="true" /> : null}
      {help === undefined ? null : <p className={styles.hint}>{help}</p>}
      <output className={styles.computed} id={controlId(id)} aria-label={label}>
        {value ?? <span className="quiet">Worked out from your answers</span>}
      </output>
    </div>
  );
}
