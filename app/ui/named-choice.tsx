/** A labelled field that narrows a list by a name: it offers names, and takes any other too. */
export function NamedChoice({
  name,
  label,
  value,
  offered,
  placeholder,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly offered: readonly string[];
  readonly placeholder?: string;
}) {
  const list = `${name}-offered`;
  return (
    <label>
      <span>{label}</span>
      <input
        name={name}
        list={offered.length === 0 ? undefined : list}
        autoComplete="off"
        defaultValue={value}
        key={value}
        placeholder={placeholder}
      />
      {offered.length === 0 ? null : (
        <datalist id={list}>
          {offered.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </label>
  );
}
