import { DueMark } from '../../ui/due-mark.tsx';
import { ExactTime } from '../../ui/exact-time.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { CaseData } from './case-data.ts';
import styles from './gate-list.module.css';

const icons: Readonly<Record<string, string>> = {
  open: 'state-in_review',
  approved: 'state-approved',
  rejected: 'state-rejected',
};

/** The approvals of a case: who signed, and who may. */
export function GateList({ gates }: { readonly gates: CaseData['gates'] }) {
  if (gates.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="gates">
      <h2 id="gates">Approvals</h2>
      <ul className={styles.list}>
        {gates.map(({ id, title, status, words, why, step, needed, due, incident, maySign, votes }) => (
          <li className={styles.gate} data-status={status} key={id}>
            <Icon name={icons[status] ?? 'state-done'} />
            <div>
              <p className={styles.title}>
                <b>{title}</b> <span className="second">{words}</span>
              </p>
              {due === null ? null : <DueMark due={due} />}
              {why === null ? null : <p className={styles.note}>{why}</p>}
              {votes.map((vote) => (
                <p className={styles.note} key={vote.id}>
                  {vote.name} {vote.decision}, <ExactTime at={vote.at} />
                </p>
              ))}
              {step === null ? null : (
                <p className={styles.note}>
                  {needed > 1 ? `${needed} have to sign: ` : 'May sign: '}
                  {maySign.length === 0
                    ? 'nobody at present'
                    : maySign.map(({ name, backup }) => (backup ? `${name} (backup)` : name)).join(', ')}
                  .
                </p>
              )}
              {incident === null ? null : <p className={styles.incident}>{incident}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
