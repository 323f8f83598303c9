import type { SystemState } from '../../../server/http/web-context.ts';
import styles from './start.module.css';

const cases = (count: number): string => (count === 1 ? '1 case' : `${count} cases`);

/** How the installation is doing, as figures that each say what they mean. */
export function StateFigures({ state }: { readonly state: SystemState }) {
  const figures = [
    {
      label: 'Waiting for you',
      value: state.waitingForMe,
      note:
        state.waitingForMe === 0
          ? 'nothing is asked of you'
          : `${cases(state.waitingForMe)} to handle or answer`,
    },
    {
      label: 'Your approvals',
      value: state.forApproval,
      note:
        state.forApproval === 0 ? 'nobody waits for your signature' : `${cases(state.forApproval)} to decide`,
    },
    {
      label: 'Unassigned',
      value: state.unassigned,
      note: state.unassigned === 0 ? 'every case has somebody' : 'each with the reason why',
    },
    {
      label: 'Stopped work',
      value: state.quarantined,
      note: state.quarantined === 0 ? 'every notice and sync went through' : 'waits for an administrator',
    },
    { label: 'Log', value: state.positions, note: `events, on the ${state.engine} store` },
  ];
  return (
    <section className={styles.figures} aria-label="Now">
      {figures.map(({ label, value, note }) => (
        <div className={styles.figure} key={label}>
          <span className={styles.label}>{label}</span>
          <span className={styles.value}>{value}</span>
          <span className={styles.note}>{note}</span>
        </div>
      ))}
    </section>
  );
}
