import styles from './answers.module.css';
import { Icon } from './icon.tsx';
import { Tag } from './tag.tsx';

/** An answer in words, as the server told it. */
export interface AnswersValue {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly href?: string | undefined;
  /** An approval is asked for because of this answer. */
  readonly decides?: boolean | undefined;
  readonly files?: readonly { readonly name: string; readonly link: string }[] | undefined;
  readonly table?:
    | { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] }
    | undefined;
}

/** Answers that stand together. */
export interface AnswersSection {
  readonly id: string;
  readonly title: string;
  readonly values: readonly AnswersValue[];
}

/** What was answered in a form, section by section: labels beside answers, files to be opened, rows as a table. */
export function Answers({ sections }: { readonly sections: readonly AnswersSection[] }) {
  return sections.map(({ id, title, values }) => (
    <section className={styles.section} key={id} aria-label={title}>
      <h3>{title}</h3>
      <dl className={styles.facts}>
        {values.map((value) => (
          <div key={value.id} data-wide={value.table === undefined ? undefined : true}>
            <dt>{value.label}</dt>
            <dd>
              <Answer value={value} />
              {value.decides === true ? (
                <span className={styles.decides}>
                  <Tag tone="accent">Decides</Tag>
                </span>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}

function Answer({ value: { label, text, href, files, table } }: { readonly value: AnswersValue }) {
  if (table !== undefined) return <Table label={label} table={table} />;
  if (files !== undefined && files.length > 0)
    return (
      <ul className={styles.files}>
        {files.map(({ name, link }) => (
          <li key={`${name} ${link}`}>
            <Icon name="file" />
            {link === '' ? (
              name
            ) : (
              <a href={link} download>
                {name}
              </a>
            )}
          </li>
        ))}
      </ul>
    );
  return href === undefined ? text : <a href={href}>{text}</a>;
}

function Table({
  label,
  table: { heads, rows },
}: {
  readonly label: string;
  readonly table: NonNullable<AnswersValue['table']>;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is to be reached by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of an answer never change places
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={heads[column]}>{cell === '' ? <span className="quiet">–</span> : cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
