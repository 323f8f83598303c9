import { Link } from '@remix-run/react';
import { useId } from 'react';
import { CellView, PieceView } from './cell-view.tsx';
import styles from './directory.module.css';
import type { Column, Fact, Section } from './directory-view.ts';
import { SharesView } from './shares-view.tsx';
import { WeekView } from './week-view.tsx';

/** One head of an object's page, with its forms beside it. */
export function SectionView({ section, address }: { readonly section: Section; readonly address: string }) {
  const id = useId();
  const { title, deeds = [], note, none } = section;
  const empty = isEmpty(section);
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.sectionHead}>
        <h2 id={id}>{title}</h2>
        {deeds.map((deed) => (
          <Link key={deed.id} to={deed.to ?? `${address}?do=${deed.id}#deed`} preventScrollReset>
            {deed.label}
          </Link>
        ))}
      </header>
      {empty ? <p className="quiet">{none}</p> : <Content section={section} />}
      {note === undefined ? null : <p className={styles.sectionNote}>{note}</p>}
    </section>
  );
}

function isEmpty(section: Section): boolean {
  switch (section.kind) {
    case 'facts':
      return section.facts.length === 0;
    case 'table':
      return section.rows.length === 0;
    case 'shares':
      return section.bars.length === 0;
    default:
      return false;
  }
}

function Content({ section }: { readonly section: Section }) {
  switch (section.kind) {
    case 'facts':
      return <Facts facts={section.facts} />;
    case 'table':
      return <Rows title={section.title} columns={section.columns} rows={section.rows} />;
    case 'shares':
      return <SharesView bars={section.bars} keeps={section.keeps} title={section.title} />;
    default:
      return <WeekView zone={section.zone} days={section.days} />;
  }
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, pieces }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {pieces.map((piece) => (
              <PieceView key={piece.text} piece={piece} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Rows({
  title,
  columns,
  rows,
}: {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: Extract<Section, { kind: 'table' }>['rows'];
}) {
  return (
    <table className={styles.rows} aria-label={title}>
      <thead>
        <tr>
          {columns.map(({ label, as }) => (
            <th key={label} scope="col" data-as={as}>
              {as === 'press' ? <span className="only-read">{label}</span> : label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells }) => (
          <tr key={id}>
            {cells.map((cell, i) => (
              <td key={columns[i]?.label} data-as={columns[i]?.as}>
                <CellView cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
