import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { Card } from './card.tsx';
import styles from './numbers.module.css';
import type { NumbersPage } from './numbers-page.server.ts';
import { linearScale } from './scales.ts';

type Block = SerializeFrom<NumbersPage>['flow']['blocks'][number];
type Series = 'submitted' | 'closed' | 'breached';

const tall = 132;
const top = 18;
const height = top + tall + 24;

/** Columns over time, one or two beside each other, each with its number and opening its cases. */
export function BlockChart({
  id,
  title,
  series,
  blocks,
  sentence,
}: {
  readonly id: string;
  readonly title: string;
  readonly series: readonly { readonly name: Series; readonly label: string }[];
  readonly blocks: readonly Block[];
  readonly sentence: string;
}) {
  const most = Math.max(1, ...blocks.flatMap((block) => series.map(({ name }) => block[name])));
  const scale = linearScale(most, tall);
  const legend = series.length < 2 ? [] : series.map(({ name, label }) => ({ mark: name, label }));
  return (
    <Card id={id} title={title} legend={legend} sentence={sentence} table={table(series, blocks)}>
      <svg className={styles.columns} height={height} aria-hidden="true">
        <line className={styles.ground} x1="0" x2="100%" y1={top + tall} y2={top + tall} />
        {blocks.map((block, at) => (
          <Columns
            key={block.to}
            {...{ block, series, scale }}
            place={{ at, of: blocks.length, thin: blocks.length > 8 && (blocks.length - 1 - at) % 2 === 1 }}
          />
        ))}
      </svg>
    </Card>
  );
}

function Columns({
  block,
  series,
  scale,
  place: { at, of, thin },
}: {
  readonly block: Block;
  readonly series: readonly { readonly name: Series }[];
  readonly scale: (count: number) => number;
  /** Which of how many; the day is left out where days would touch. */
  readonly place: { readonly at: number; readonly of: number; readonly thin: boolean };
}) {
  const room = 100 / of;
  const wide = Math.min(6, (room * 0.72) / series.length);
  const middle = room * (at + 0.5);
  return (
    <>
      {series.map(({ name }, nth) => {
        const x = middle + (nth - series.length / 2) * wide;
        const long = scale(block[name]);
        if (block[name] === 0) return null;
        return (
          <Link to={block.links[name]} tabIndex={-1} key={name}>
            <rect
              data-mark={name}
              x={`${x.toFixed(2)}%`}
              width={`${(wide * 0.92).toFixed(2)}%`}
              y={(top + tall - Math.max(2, long)).toFixed(1)}
              height={Math.max(2, long)}
              rx="1.5"
            />
            <text
              x={`${(x + wide * 0.46).toFixed(2)}%`}
              y={(top + tall - long - 5).toFixed(1)}
              textAnchor="middle"
            >
              {block[name]}
            </text>
          </Link>
        );
      })}
      <text
        className={styles.axis}
        data-thin={thin || undefined}
        x={`${middle.toFixed(2)}%`}
        y={height - 6}
        textAnchor="middle"
      >
        {block.label}
      </text>
    </>
  );
}

function table(
  series: readonly { readonly name: Series; readonly label: string }[],
  blocks: readonly Block[],
) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Days</th>
          {series.map(({ name, label }) => (
            <th scope="col" key={name}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {blocks.map((block) => (
          <tr key={block.to}>
            <th scope="row">{block.days}</th>
            {series.map(({ name }) => (
              <td key={name}>{block[name] === 0 ? 0 : <Link to={block.links[name]}>{block[name]}</Link>}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
