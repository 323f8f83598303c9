import { Link } from '@remix-run/react';
import type { StartFigures } from '../../../server/use-cases/lists/start-figures.ts';
import styles from './start.module.css';

const cases = (count: number): string => (count === 1 ? '1 case' : `${count} cases`);

/** Whether every case found its place: one that waits for a pool has nobody yet, and is not unassigned. */
function placesInWords({ unassigned, waiting }: StartFigures): string {
  const waits = waiting === 1 ? '1 case waits' : `${waiting} cases wait`;
  if (unassigned === 0)
    return waiting === 0 ? 'every case found its place' : `${waits} for somebody in the pool`;
  return waiting === 0 ? 'each with the reason why' : `each with the reason why; ${waits} for a pool beside`;
}

/** How the installation is doing, as figures that each say what they mean. */
export function StateFigures({ state }: { readonly state: StartFigures }) {
  const figures = [
    {
      label: 'Waiting for you',
      to: '/inbox?view=mine',
      value: state.waitingForMe,
      note:
        state.waitingForMe === 0
          ? 'nothing is asked of you'
          : `${cases(state.waitingForMe)} to handle or answer`,
    },
    {
      label: 'Your approvals',
      to: '/inbox?view=approvals',
      value: state.forApproval,
      note:
        state.forApproval === 0 ? 'nobody waits for your signature' : `${cases(state.forApproval)} to decide`,
    },
    {
      label: 'Unassigned',
      to: '/inbox?view=unassigned',
      value: state.unassigned,
      note: placesInWords(state),
    },
    ...(state.quarantined === null
      ? []
      : [
          {
            label: 'Stopped work',
            to: '/settings/effects',
            value: state.quarantined,
            note:
              state.quarantined === 0 ? 'every notice and sync went through' : 'waits for an administrator',
          },
        ]),
    ...(state.log === null
      ? []
      : [
          {
            label: 'Log',
            to: '/log',
            value: state.log.positions,
            note: `${state.log.positions === 1 ? 'event' : 'events'}, on the ${state.log.engine} store`,
          },
        ]),
  ];
  return (
    <section className={styles.figures} aria-label="Now">
      {figures.map(({ label, to, value, note }) => (
        <div className={styles.figure} key={label}>
          <Link className={styles.label} to={to}>
            {label}
          </Link>
          <span className={styles.value}>{value}</span>
          <span className={styles.note}>{note}</span>
        </div>
      ))}
    </section>
  );
}
