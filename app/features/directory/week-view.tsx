import styles from './directory.module.css';
import type { WeekWindow } from './directory-view.ts';

const left = 34;
const top = 16;
const hour = 24;
const row = 22;
const hours = [0, 3, 6, 9, 12, 15, 18, 21, 24];

interface Day {
  readonly name: string;
  readonly windows: readonly WeekWindow[];
}

/** A week as 24 hours by seven days, drawn on the server; who listens hears the hours of each day as a list. */
export function WeekView({ zone, days }: { readonly zone: string; readonly days: readonly Day[] }) {
  const width = left + 24 * hour + 12;
  const height = top + days.length * row + 2;
  return (
    <figure className={styles.week}>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {hours.map((at) => (
          <g key={at}>
            <line
              className={styles.grid}
              x1={left + at * hour}
              x2={left + at * hour}
              y1={top}
              y2={height - 2}
            />
            <text className={styles.axis} x={left + at * hour} y={11} textAnchor="middle">
              {at}
            </text>
          </g>
        ))}
        {days.map(({ name, windows }, i) => (
          <g key={name}>
            <text className={styles.axis} x={0} y={top + i * row + 15}>
              {name.slice(0, 3)}
            </text>
            <line
              className={styles.grid}
              x1={left}
              x2={width - 12}
              y1={top + (i + 1) * row}
              y2={top + (i + 1) * row}
            />
            {windows.map(({ from, to, words }) => (
              <Window key={words + String(from)} at={i} from={from} to={to} words={words} />
            ))}
          </g>
        ))}
      </svg>
      <dl className={styles.days}>
        {days.map(({ name, windows }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{windows.length === 0 ? 'closed' : windows.map(({ words }) => words).join(', ')}</dd>
          </div>
        ))}
      </dl>
      <figcaption className={styles.sectionNote}>On the clock in {zone.replaceAll('_', ' ')}.</figcaption>
    </figure>
  );
}

function Window({ at, from, to, words }: WeekWindow & { readonly at: number }) {
  const x = left + (from / 60) * hour;
  const wide = ((to - from) / 60) * hour;
  const y = top + at * row;
  return (
    <>
      <rect className={styles.window} x={x} y={y + 3} width={wide} height={row - 6} rx="2" />
      {wide < 70 ? null : (
        <text className={styles.windowWords} x={x + wide / 2} y={y + 15} textAnchor="middle">
          {words}
        </text>
      )}
    </>
  );
}
