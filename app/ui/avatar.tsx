import styles from './avatar.module.css';
import { Icon } from './icon.tsx';

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2)
    .toUpperCase();

/** Who it is at a glance: people are round, pools square, programs cut. The name stands beside it or is read aloud. */
export function Avatar({
  name,
  kind = 'person',
  size = 24,
  me = false,
}: {
  readonly name: string;
  readonly kind?: 'person' | 'pool' | 'program';
  readonly size?: 20 | 24 | 28;
  readonly me?: boolean;
}) {
  return (
    <span
      className={styles.avatar}
      data-kind={kind}
      data-size={size}
      data-me={me || undefined}
      aria-hidden="true"
    >
      {kind === 'program' ? <Icon name="bot" /> : initials(name)}
    </span>
  );
}
