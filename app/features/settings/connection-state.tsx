import { Icon } from '../../ui/icon.tsx';
import styles from './settings.module.css';

/** How a connection stands, by shape and word. */
export function ConnectionState({
  active,
  paused,
  lacks,
}: {
  readonly active: boolean;
  readonly paused: boolean;
  /** Whether it lacks something to be of use. */
  readonly lacks: boolean;
}) {
  const { word, icon, tone } = !active
    ? { word: 'Stopped', icon: 'state-rejected', tone: 'fine' }
    : paused
      ? { word: 'Paused', icon: 'pause', tone: 'soon' }
      : lacks
        ? { word: 'Lacks something', icon: 'alert', tone: 'soon' }
        : { word: 'In use', icon: 'state-approved', tone: 'good' };
  return (
    <span className={styles.marked} data-tone={tone}>
      <Icon name={icon} />
      {word}
    </span>
  );
}
