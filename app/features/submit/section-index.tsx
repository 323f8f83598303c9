import { questionOf } from '../../forms/entries.ts';
import type { SectionView } from '../../forms/form-view.ts';
import type { FieldProblem } from '../../forms/live-form.ts';
import { sectionId } from '../../forms/sections.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './submit.module.css';

/** The sections that are asked now, with marks on those that are finished and those in which something is to be mended. */
export function SectionIndex({
  sections,
  shown,
  finished,
  problems,
}: {
  readonly sections: readonly SectionView[];
  readonly shown: ReadonlySet<string>;
  /** Sections in which nothing is missing. */
  readonly finished: ReadonlySet<string>;
  readonly problems: readonly FieldProblem[];
}) {
  const wrong = new Set(problems.map(({ name }) => questionOf(name)));
  const there = sections.filter(({ fields }) => fields.some(({ id }) => shown.has(id)));
  return (
    <nav className={styles.index} aria-label="Sections">
      <ol>
        {there.map(({ id, title, fields }) => {
          const isWrong = fields.some((field) => wrong.has(field.id));
          const isFinished = !isWrong && finished.has(id);
          return (
            <li key={id} data-error={isWrong || undefined} data-finished={isFinished || undefined}>
              <a href={`#${sectionId(id)}`}>
                <Icon name={isWrong ? 'error' : isFinished ? 'check' : 'state-new'} />
                <span>
                  {title}
                  {isWrong ? <span className="only-read">, something to mend</span> : null}
                  {isFinished ? <span className="only-read">, finished</span> : null}
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
