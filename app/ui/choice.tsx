import { useEffect, useRef } from 'react';

/** One of the things a choice offers: what is sent, and what is read. */
export interface ChoiceOption {
  readonly id: string;
  readonly label: string;
}

/** A labelled choice that narrows a list; it shows what the address says, also after that has changed. */
export function Choice({
  name,
  label,
  value,
  options,
  any,
  disabled = false,
  className,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly ChoiceOption[];
  /** What choosing nothing in particular is called; where it is left out, `options` hold all there is. */
  readonly any?: string;
  readonly disabled?: boolean;
  readonly className?: string | undefined;
}) {
  const select = useRef<HTMLSelectElement>(null);
  const shown = useRef(value);
  // It is not made anew with its value: whoever chose by keyboard stays where they are. What was chosen before the scripts came stays too.
  useEffect(() => {
    if (shown.current === value) return;
    shown.current = value;
    if (select.current !== null) select.current.value = value;
  }, [value]);
  const narrows = any !== undefined && value !== '';
  return (
    <label className={className} data-set={narrows || undefined}>
      <span>{label}</span>
      <select name={name} ref={select} defaultValue={value} disabled={disabled} autoComplete="off">
        {any === undefined ? null : <option value="">{any}</option>}
        {options.map(({ id, label: words }) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
