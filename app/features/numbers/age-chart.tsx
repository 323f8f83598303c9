import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { Fragment } from 'react';
import { ages, ageWords } from '../../lib/ages.ts';
import { StateMark } from '../../ui/state-mark.tsx';
import { Card } from './card.tsx';
import styles from './numbers.module.css';
import type { NumbersPage } from './numbers-page.server.ts';
import { linearScale } from './scales.ts';

type Ages = SerializeFrom<NumbersPage>['ages'];
type Row = Ages['rows'][number];

/** Bars take so much of the width; the rest is for the total at their end. */
const widthShare = 88;
/** A number stands on its mark where there is room for it, in per cent of the width. */
const roomFor = (count: number): number => 2 + 2 * String(count).length;

/** Open cases by state and by how long they have been in it. */
export function AgeChart({ ages: { rows, sentence, to } }: { readonly ages: Ages }) {
  const scale = linearScale(Math.max(1, ...rows.map(({ open }) => open)), widthShare);
  return (
    <Card
      id="ages"
      title="Open cases by age in their state"
      legend={ages.map((age) => ({ mark: age, label: ageWords[age] }))}
      sentence={
        <>
          {sentence} {to === null ? null : <Link to={to}>Open them</Link>}
        </>
      }
      table={rows.length === 0 ? undefined : <AgeTable rows={rows} />}
    >
      <div className={styles.ages} aria-hidden="true">
        {rows.map((row) => (
          <Fragment key={row.id}>
            <StateMark category={row.category} title={row.title} bare />
            <svg className={styles.bar} height="24" aria-hidden="true">
              <Bar row={row} scale={scale} />
            </svg>
          </Fragment>
        ))}
      </div>
    </Card>
  );
}

function Bar({ row, scale }: { readonly row: Row; readonly scale: (count: number) => number }) {
  let before = 0;
  const marks = row.bands.flatMap(({ age, count, to }) => {
    if (count === 0) return [];
    const [x, width] = [scale(before), scale(count)];
    before += count;
    return [
      <Link to={to} tabIndex={-1} key={age}>
        <rect data-mark={age} x={`${x}%`} width={`${width}%`} height="24" />
        {width < roomFor(count) ? null : (
          <text data-on={age} x={`${x + width / 2}%`} y="16" textAnchor="middle">
            {count}
          </text>
        )}
      </Link>,
    ];
  });
  return (
    <>
      {marks}
      <text className={styles.total} x={`${scale(row.open)}%`} dx="8" y="16">
        {row.open}
      </text>
    </>
  );
}

function AgeTable({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">State</th>
          {ages.map((age) => (
            <th scope="col" key={age}>
              {ageWords[age]}
            </th>
          ))}
          <th scope="col">All</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.title}</th>
            {row.bands.map(({ age, count, to }) => (
              <td key={age}>{count === 0 ? 0 : <Link to={to}>{count}</Link>}</td>
            ))}
            <td>
              <Link to={row.to}>{row.open}</Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
