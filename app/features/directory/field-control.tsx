import styles from './directory.module.css';
import type { FieldSpec } from './directory-view.ts';

/** The id of the control of a name, which errors link to. */
export const controlId = (name: string): string => `d-${name}`;

const types: Readonly<Record<string, string>> = { date: 'date', moment: 'datetime-local' };

interface ControlProps {
  readonly field: FieldSpec;
  readonly value: string;
  readonly describedBy?: string;
  readonly invalid: boolean;
  readonly name?: string;
  /** For cells, whose label is not beside them. */
  readonly label?: string;
  /** Where what it offers stands already. */
  readonly list?: string;
}

/** One control: a line, an area, a choice; whoever is named is chosen by typing. */
export function Control(props: ControlProps) {
  const { kind } = props.field;
  if (kind === 'text' || kind === 'lines')
    return <textarea className={styles.input} rows={kind === 'text' ? 2 : 3} {...plainProps(props)} />;
  if (kind === 'choice') return <Choice {...props} />;
  if (kind === 'named') return <Named {...props} />;
  return (
    <input
      className={styles.input}
      type={types[kind] ?? 'text'}
      inputMode={kind === 'number' ? 'numeric' : undefined}
      autoComplete="off"
      {...plainProps(props)}
    />
  );
}

function plainProps({ field, name = field.name, value, describedBy, invalid, label }: ControlProps) {
  return {
    id: controlId(name),
    name,
    defaultValue: value,
    'aria-describedby': describedBy === '' ? undefined : describedBy,
    'aria-invalid': invalid || undefined,
    'aria-required': field.required || undefined,
    'aria-label': label,
  };
}

function Choice(props: ControlProps) {
  const { options = [], required = false } = props.field;
  return (
    <select className={styles.input} {...plainProps(props)}>
      {required && props.value !== '' ? null : <option value="">{required ? 'Choose one' : 'None'}</option>}
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

function Named(props: ControlProps) {
  const { field, name = field.name, list } = props;
  const offers = list ?? `${controlId(name)}-list`;
  return (
    <>
      <input className={styles.input} type="text" list={offers} autoComplete="off" {...plainProps(props)} />
      {list === undefined ? <Offers id={offers} field={field} /> : null}
    </>
  );
}

/** What a control that names something offers while one types. */
export function Offers({ id, field }: { readonly id: string; readonly field: FieldSpec }) {
  return (
    <datalist id={id}>
      {(field.options ?? []).map((option) => (
        <option key={option.id} value={option.label} />
      ))}
    </datalist>
  );
}
