/** The heads of a table, each with the class of its column. */
export function ColumnHeads({
  columns,
}: {
  readonly columns: readonly (readonly [label: string, className?: string | undefined])[];
}) {
  return (
    <thead>
      <tr>
        {columns.map(([label, className]) => (
          <th key={label} scope="col" className={className}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
  );
}
