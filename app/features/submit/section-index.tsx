import { questionOf } from '../../forms/entries.ts';
import type { SectionView } from '../../forms/form-view.ts';
import type { FieldProblem } from '../../forms/live-form.ts';
import { sectionId } from '../../forms/sections.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './submit.module.css';

/** The sections that are asked now, with a mark on those in which something is to be mended. */
export function SectionIndex({
  sections,
  shown,
  problems,
}: {
  readonly sections: readonly SectionView[];
  readonly shown: ReadonlySet<string>;
  readonly problems: readonly FieldProblem[];
}) {
  const wrong = new Set(problems.map(({ name }) => questionOf(name)));
  const there = sections.filter(({ fields }) => fields.some(({ id }) => shown.has(id)));
  return (
    <nav className={styles.index} aria-label="Sections">
      <ol>
        {there.map(({ id, title, fields }) => {
          const isWrong = fields.some((field) => wrong.has(field.id));
          return (
            <li key={id} data-error={isWrong || undefined}>
              <a href={`#${sectionId(id)}`}>
                <Icon name={isWrong ? 'error' : 'state-new'} />
                <span>
                  {title}
                  {isWrong ? <span className="only-read">, has something to mend</span> : null}
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
