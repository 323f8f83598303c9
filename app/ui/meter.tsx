import styles from './meter.module.css';

/** How much of a span is used, from 0 to 100; the words beside it say it too. */
export function Meter({ used, tone }: { readonly used: number; readonly tone: string }) {
  return (
    <svg className={styles.meter} data-due={tone} width="100" height="3" aria-hidden="true">
      <rect width={Math.min(100, Math.max(2, used))} height="3" />
    </svg>
  );
}
