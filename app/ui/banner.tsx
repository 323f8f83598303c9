import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { Icon } from './icon.tsx';

const icons = { plain: 'info', accent: 'info', success: 'check', warning: 'alert', danger: 'error' } as const;

/** Something to know before going on; `danger` and `warning` are read aloud at once. */
export function Banner({
  tone = 'plain',
  title,
  children,
}: {
  readonly tone?: keyof typeof icons;
  readonly title?: string;
  readonly children?: ReactNode;
}) {
  const urgent = tone === 'danger' || tone === 'warning';
  return (
    <div className={styles.banner} data-tone={tone} role={urgent ? 'alert' : 'status'}>
      <Icon name={icons[tone]} />
      <div>
        {title === undefined ? null : <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}
