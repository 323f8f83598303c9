import type { ReactNode } from 'react';
import styles from './page.module.css';

/** Small tools at the end of the bar of a page, for those who have scripts. */
export function PageTools({ children }: { readonly children: ReactNode }) {
  return <div className={styles.tools}>{children}</div>;
}
