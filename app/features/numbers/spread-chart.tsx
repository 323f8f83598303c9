import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { Fragment } from 'react';
import { Card } from './card.tsx';
import styles from './numbers.module.css';
import type { NumbersPage } from './numbers-page.server.ts';
import { logScale } from './scales.ts';

type Spread = SerializeFrom<NumbersPage>['spreads'][number];

const widthShare = 84;
const margin = 8;
/** Nothing shorter is told apart. */
const minute = 60_000;

/** How long things take: from what half stay within to what 95 % stay within, on a scale of orders of magnitude. */
export function SpreadChart({
  spreads,
  sentence,
}: {
  readonly spreads: readonly Spread[];
  readonly sentence: string;
}) {
  const least = Math.max(minute, Math.min(...spreads.map(({ p50 }) => p50)));
  const scale = logScale(least, Math.max(2 * least, ...spreads.map(({ p95 }) => p95)), widthShare);
  return (
    <Card
      id="spreads"
      title="How long it takes"
      legend={[
        { mark: 'half', label: 'half stay within' },
        { mark: 'most', label: '95 % stay within' },
      ]}
      sentence={sentence}
      table={spreads.length === 0 ? undefined : <SpreadTable spreads={spreads} />}
    >
      <div className={styles.spreads} aria-hidden="true">
        {spreads.map(({ label, p50, p95, half, most, to }) => {
          const [from, upto] = [margin + scale(p50), margin + scale(p95)];
          return (
            <Fragment key={label}>
              <span>{label}</span>
              <svg className={styles.bar} height="46" aria-hidden="true">
                <Link to={to} tabIndex={-1}>
                  <line className={styles.ground} x1="0" x2="100%" y1="23" y2="23" />
                  <line className={styles.range} x1={`${from}%`} x2={`${upto}%`} y1="23" y2="23" />
                  <circle data-mark="most" cx={`${upto}%`} cy="23" r="5" />
                  <circle data-mark="half" cx={`${from}%`} cy="23" r="5" />
                  <text x={`${from}%`} y="12" textAnchor={anchorOf(from)}>
                    {half}
                  </text>
                  <text x={`${upto}%`} y="43" textAnchor={anchorOf(upto)}>
                    {most}
                  </text>
                </Link>
              </svg>
            </Fragment>
          );
        })}
      </div>
    </Card>
  );
}

const anchorOf = (at: number): 'start' | 'middle' | 'end' => (at < 12 ? 'start' : at > 88 ? 'end' : 'middle');

function SpreadTable({ spreads }: { readonly spreads: readonly Spread[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Half within</th>
          <th scope="col">95 % within</th>
          <th scope="col">Measured</th>
        </tr>
      </thead>
      <tbody>
        {spreads.map(({ label, half, most, count, to }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{half}</td>
            <td>{most}</td>
            <td>
              <Link to={to}>{count}</Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
