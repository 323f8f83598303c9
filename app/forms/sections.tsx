import { type ReactNode, useState } from 'react';
import { Icon } from '../ui/icon.tsx';
import type { Filling } from './filling.ts';
import styles from './form.module.css';
import type { FieldView, SectionView } from './form-view.ts';
import { isWide, Question } from './question.tsx';

/**
 * The sections of a form: what is asked with these answers, and, where no script can show it when it is needed,
 * everything else with the words of when it is.
 */
export function Sections({
  sections,
  shown,
  finished = new Set(),
  filling,
}: {
  readonly sections: readonly SectionView[];
  readonly shown: ReadonlySet<string>;
  /** Sections in which nothing is missing when they are drawn: they fold to one line, and never while somebody types. */
  readonly finished?: ReadonlySet<string>;
  readonly filling: Filling;
}) {
  const [folded] = useState(finished);
  return sections.map((section) => {
    const isShown = section.fields.some(({ id }) => shown.has(id));
    const body = (
      <Section
        key={section.id}
        section={section}
        shown={shown}
        filling={filling}
        isShown={isShown}
        isFolded={isShown && folded.has(section.id)}
      />
    );
    return isShown ? body : <noscript key={section.id}>{body}</noscript>;
  });
}

/** The address of a section in its page. */
export const sectionId = (id: string): string => `s-${id}`;

function Section({
  section: { id, title, help, when, fields },
  shown,
  isShown,
  isFolded,
  filling,
}: {
  readonly section: SectionView;
  readonly shown: ReadonlySet<string>;
  readonly isShown: boolean;
  readonly isFolded: boolean;
  readonly filling: Filling;
}) {
  const spaced = withSpace(fields.filter((field) => shown.has(field.id)));
  const grid = (
    <div className={styles.grid}>
      {fields.map((field) =>
        shown.has(field.id) ? (
          <Question key={field.id} field={field} filling={filling} spaced={spaced.has(field.id)} />
        ) : (
          <Unscripted key={field.id} already={!isShown}>
            {field.when === undefined ? null : <p className={styles.because}>Only if {field.when}</p>}
            <Question field={field} filling={{ ...filling, unscripted: true }} />
          </Unscripted>
        ),
      )}
    </div>
  );
  if (isFolded)
    return (
      <details className={styles.folded} id={sectionId(id)}>
        <summary>
          <Icon name="check" />
          <h2>{title}</h2>
          <span className={styles.change}>Change</span>
        </summary>
        {grid}
      </details>
    );
  return (
    <section
      className={styles.section}
      id={sectionId(id)}
      aria-labelledby={`${sectionId(id)}-title`}
      data-revealed={when === undefined ? undefined : true}
    >
      {when === undefined ? null : (
        <p className={styles.because}>
          <Icon name="points" />
          <span>
            {isShown ? 'Added because' : 'Only if'} {when}
          </span>
        </p>
      )}
      <h2 id={`${sectionId(id)}-title`}>{title}</h2>
      {help === undefined ? null : <p className={styles.help}>{help}</p>}
      {grid}
    </section>
  );
}

/** Questions without help beside one that has some. */
function withSpace(fields: readonly FieldView[]): ReadonlySet<string> {
  const spaced = new Set<string>();
  let left: FieldView | undefined;
  for (const field of fields) {
    if (isWide(field)) {
      left = undefined;
    } else if (left === undefined) {
      left = field;
    } else {
      if (left.help === undefined && field.help !== undefined) spaced.add(left.id);
      if (field.help === undefined && left.help !== undefined) spaced.add(field.id);
      left = undefined;
    }
  }
  return spaced;
}

/** What only a page without scripts shows; within such a part, as it is. */
function Unscripted({ already, children }: { readonly already: boolean; readonly children: ReactNode }) {
  const body = <div data-wide>{children}</div>;
  return already ? body : <noscript>{body}</noscript>;
}
