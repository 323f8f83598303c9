import { useEffect, useRef } from 'react';
import { controlId } from '../../forms/control.tsx';
import { questionOf } from '../../forms/entries.ts';
import type { FieldView, SectionView } from '../../forms/form-view.ts';
import type { FieldProblem } from '../../forms/live-form.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './submit.module.css';

/** Everything to be mended, in the words that stand beside the questions, each leading to its own. */
export function ErrorSummary({
  answer,
  problems,
  sections,
}: {
  readonly answer: { readonly problems: readonly FieldProblem[]; readonly said: string | null };
  readonly problems: readonly FieldProblem[];
  readonly sections: readonly SectionView[];
}) {
  const box = useRef<HTMLDivElement>(null);
  const there = answer.problems.length > 0 || answer.said !== null;
  useEffect(() => {
    if (there) box.current?.focus();
  }, [there]);
  if (!there) return null;
  if (problems.length === 0 && answer.said === null)
    return (
      <p className={styles.mended} role="status">
        <Icon name="check" />
        Everything is mended. Review it again.
      </p>
    );
  const fields = sections.flatMap((section) => section.fields);
  return (
    <div className={styles.errors} role="alert" tabIndex={-1} ref={box}>
      <Icon name="error" />
      <div>
        <strong>{answer.said ?? titleOf(new Set(problems.map(({ name }) => questionOf(name))).size)}</strong>
        <ul>
          {problems.map(({ name, detail }) => (
            <li key={`${name} ${detail}`}>
              <a
                href={`#${controlId(name)}`}
                onClick={(event) => {
                  const control = document.getElementById(controlId(name));
                  if (control === null) return;
                  event.preventDefault();
                  control.focus();
                  control.scrollIntoView({ block: 'center' });
                }}
              >
                {withLabel(name, detail, fields)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

const titleOf = (count: number): string =>
  count === 1 ? 'One answer needs a change' : `${count} answers need a change`;

/** The detail, after its question's label where it does not name it already. */
function withLabel(name: string, detail: string, fields: readonly FieldView[]): string {
  const [id, row, column] = name.split('.');
  const field = fields.find((one) => one.id === id);
  if (field === undefined || detail.includes(`“${field.label}”`)) return detail;
  const cell = field.columns?.find((one) => one.id === column);
  const where = cell === undefined ? field.label : `${field.label}, row ${Number(row) + 1}, ${cell.label}`;
  return `${where}: ${detail}`;
}
