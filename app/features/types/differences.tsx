import type { Difference } from '../../../domain/definition/difference.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './types.module.css';

const marks = { added: 'plus', removed: 'minus', moved: 'sort', changed: 'compare' } as const;

/** How two definitions differ: a mark and a sentence each. */
export function Differences({
  items,
  none,
}: {
  readonly items: readonly Difference[];
  readonly none: string;
}) {
  if (items.length === 0) return <p className="second">{none}</p>;
  return (
    <ul className={styles.differences}>
      {items.map(({ kind, path, sentence }) => (
        <li key={`${kind} ${path.join('/')}`} data-kind={kind}>
          <Icon name={marks[kind]} />
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
