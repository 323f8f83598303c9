import styles from './form.module.css';
import type { FieldView } from './form-view.ts';

/** What a control needs beside its question. */
export interface ControlProps {
  readonly field: FieldView;
  /** Its name in the form; `items.0.price` for a cell. */
  readonly name: string;
  /** What stands in it at first, by control name. */
  readonly initial: (name: string) => readonly string[];
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly needed: boolean;
  /** The words before a screen, for controls whose label is not beside them. */
  readonly label?: string;
}

/** The id of the control of a name, which errors link to. */
export const controlId = (name: string): string => `f-${name}`;

const types: Readonly<Record<string, string>> = {
  date: 'date',
  datetime: 'datetime-local',
  email: 'email',
  url: 'url',
  phone: 'tel',
};

const hasOptions = new Set(['choice', 'country', 'person', 'team', 'account']);

/** The control of a question that has one: a line, an area, a choice from a list, an amount. */
export function Control(props: ControlProps) {
  const { field, name, initial } = props;
  if (field.kind === 'money') return <MoneyControl {...props} />;
  if (hasOptions.has(field.kind) && field.options !== undefined) return <SelectControl {...props} />;
  if (field.kind === 'yes_no') return <SelectControl {...props} field={{ ...field, options: yesNo }} />;
  const plain = plainProps(props);
  if (field.kind === 'long_text')
    return (
      <textarea
        className={`${styles.input} ${styles.area}`}
        rows={4}
        {...plain}
        maxLength={field.maxLength}
      />
    );
  const input = (
    <input
      className={styles.input}
      type={types[field.kind] ?? 'text'}
      inputMode={field.kind === 'number' ? 'decimal' : undefined}
      maxLength={field.maxLength}
      min={field.min}
      max={field.max}
      {...plain}
      defaultValue={initial(name)[0] ?? ''}
    />
  );
  if (field.unit === undefined) return input;
  return (
    <div className={styles.group}>
      {input}
      <span className={styles.affix}>{field.unit}</span>
    </div>
  );
}

const yesNo = [
  { id: 'true', label: 'Yes' },
  { id: 'false', label: 'No' },
];

function plainProps({ name, initial, describedBy, invalid, needed, label }: ControlProps) {
  return {
    id: controlId(name),
    name,
    defaultValue: initial(name)[0] ?? '',
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
    'aria-required': needed || undefined,
    'aria-label': label,
    autoComplete: 'off',
  };
}

function SelectControl(props: ControlProps) {
  const { options = [] } = props.field;
  return (
    <select className={`${styles.input} ${styles.select}`} {...plainProps(props)}>
      <option value="">Choose one</option>
      {options.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  );
}

function MoneyControl(props: ControlProps) {
  const { field, name, initial, label } = props;
  const { currencies = [] } = field;
  const currency = `${name}.currency`;
  return (
    <div className={styles.group}>
      <input
        className={styles.input}
        type="text"
        inputMode="decimal"
        {...plainProps(props)}
        name={`${name}.amount`}
        defaultValue={initial(`${name}.amount`)[0] ?? ''}
      />
      <select
        className={`${styles.input} ${styles.select} ${styles.currency}`}
        name={currency}
        aria-label={`Currency of ${label ?? field.label}`}
        defaultValue={initial(currency)[0] ?? currencies[0]}
      >
        {currencies.map((code) => (
          <option key={code}>{code}</option>
        ))}
      </select>
    </div>
  );
}
