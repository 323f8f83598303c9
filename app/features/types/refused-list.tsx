import type { Refused } from '../../lib/api.server.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './types.module.css';

/** Why something was refused, place by place. */
export function RefusedList({ refused, id }: { readonly refused: Refused; readonly id?: string }) {
  return (
    <div className={styles.refused} role="alert" id={id}>
      <Icon name="error" />
      <div>
        <p>{refused.detail}</p>
        {refused.errors.length === 0 ? null : (
          <ul>
            {refused.errors.map(({ pointer, detail }) => (
              <li key={`${pointer} ${detail}`}>
                {detail}
                {pointer === '' || pointer.startsWith('/query') ? null : (
                  <span className={styles.place}>{pointer}</span>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
