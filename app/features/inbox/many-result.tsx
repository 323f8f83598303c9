import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { Banner } from '../../ui/banner.tsx';
import styles from './inbox.module.css';
import { type ManyDone, manyAtOnce } from './many-done.ts';

const verbs: Readonly<Record<string, string>> = {
  approve: 'approved',
  reject: 'rejected',
  claim: 'taken',
  accept: 'accepted',
  assign: 'handed over',
  ask: 'asked',
};

/** What came of doing one thing to many: how many were done, and each that was refused with the reason. */
export function ManyResult({
  result: { deed, done, refused, tooMany },
}: {
  readonly result: SerializeFrom<ManyDone>;
}) {
  if (tooMany)
    return (
      <div className={styles.result}>
        <Banner tone="warning" title={`More than ${manyAtOnce} at once`}>
          Nothing was done yet. Choose them again and tick “Yes, all of them”.
        </Banner>
      </div>
    );
  if (done + refused.length === 0)
    return (
      <div className={styles.result}>
        <Banner tone="accent">Choose the cases first.</Banner>
      </div>
    );
  const title = `${done} ${verbs[deed] ?? 'done'}${refused.length === 0 ? '' : `, ${refused.length} refused`}`;
  return (
    <div className={styles.result}>
      <Banner tone={refused.length === 0 ? 'success' : 'warning'} title={title}>
        {refused.length === 0 ? null : (
          <ul>
            {refused.map(({ id, name, why }) => (
              <li key={id}>
                <Link to={`/cases/${id}`}>{name}</Link>: {why}
              </li>
            ))}
          </ul>
        )}
      </Banner>
    </div>
  );
}
