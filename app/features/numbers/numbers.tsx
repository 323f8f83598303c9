import type { SerializeFrom } from '@remix-run/node';
import { AgeChart } from './age-chart.tsx';
import { BlockChart } from './block-chart.tsx';
import { Figures } from './figures.tsx';
import styles from './numbers.module.css';
import type { NumbersPage } from './numbers-page.server.ts';
import { SpreadChart } from './spread-chart.tsx';
import { TypeTable } from './type-table.tsx';

/** One page of numbers: at a glance, as charts with a sentence under each, and by request type. */
export function Numbers({ page }: { readonly page: SerializeFrom<NumbersPage> }) {
  const { figures, ages, flow, breaches, spreads, table, within } = page;
  return (
    <div className={styles.numbers}>
      <Figures figures={figures} />
      <div className={styles.cards}>
        <AgeChart ages={ages} />
        <BlockChart
          id="flow"
          title="Came in, and finished"
          series={[
            { name: 'submitted', label: 'came in' },
            { name: 'closed', label: 'finished' },
          ]}
          {...flow}
        />
        <SpreadChart spreads={spreads} sentence={page.spreadSentence} />
        <BlockChart
          id="breaches"
          title="Missed deadlines"
          series={[{ name: 'breached', label: 'missed' }]}
          {...breaches}
        />
      </div>
      {table.length === 0 ? null : <TypeTable rows={table} />}
      <p className={styles.foot}>
        {within}, days in UTC. Times pass day and night. Lists show the cases you may read.
      </p>
    </div>
  );
}
