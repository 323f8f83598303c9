import { Icon } from './icon.tsx';
import styles from './state-mark.module.css';

/** The category of a state: what it means is told by word, shape and colour. */
export type Category = 'new' | 'in_review' | 'blocked' | 'approved' | 'done';

/** A state by its title, with the shape and colour of its category; `bare` colours the shape alone, for rows. */
export function StateMark({
  category,
  title,
  outcome = null,
  bare = false,
}: {
  readonly category: Category;
  readonly title: string;
  readonly outcome?: string | null;
  readonly bare?: boolean;
}) {
  const shape = outcome === 'rejected' ? 'rejected' : category;
  return (
    <span
      className={styles.state}
      data-state={category}
      data-bare={bare || undefined}
      data-chip={bare ? undefined : true}
    >
      <Icon name={`state-${shape}`} />
      <span className="clip">{title}</span>
    </span>
  );
}
