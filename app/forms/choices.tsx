import { type ControlProps, controlId } from './control.tsx';
import styles from './form.module.css';
import type { OptionView } from './form-view.ts';

/** One of a few answers, all of them in sight. */
export function OneOf({
  name,
  initial,
  options,
  describedBy,
  invalid,
}: ControlProps & {
  readonly options: readonly OptionView[];
}) {
  return (
    <div className={styles.choices}>
      {options.map(({ id, label }, index) => (
        <label className={styles.choice} key={id}>
          <input
            type="radio"
            id={index === 0 ? controlId(name) : undefined}
            name={name}
            value={id}
            defaultChecked={(initial(name)[0] ?? '') === id}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
          />
          {label}
        </label>
      ))}
    </div>
  );
}

/** Some of several answers. */
export function SomeOf({ field, name, initial, describedBy, invalid }: ControlProps) {
  const chosen = initial(name);
  return (
    <div className={styles.checks}>
      {(field.options ?? []).map(({ id, label }, index) => (
        <label className={styles.check} key={id}>
          <input
            type="checkbox"
            id={index === 0 ? controlId(name) : undefined}
            name={name}
            value={id}
            defaultChecked={chosen.includes(id)}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
          />
          {label}
        </label>
      ))}
    </div>
  );
}

/** The answers to a question with few of them, or undefined when a list serves it better. */
export function fewAnswers(field: {
  readonly kind: string;
  readonly required: boolean;
  readonly options?: readonly OptionView[];
}): readonly OptionView[] | undefined {
  const open = field.required ? [] : [{ id: '', label: 'No answer' }];
  if (field.kind === 'yes_no') return [{ id: 'true', label: 'Yes' }, { id: 'false', label: 'No' }, ...open];
  const { options = [] } = field;
  const short = options.every(({ label }) => label.length <= 28);
  return field.kind === 'choice' && field.required && options.length <= 3 && short ? options : undefined;
}
