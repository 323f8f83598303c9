import type { Said } from '../lib/mentions.ts';
import styles from './said-words.module.css';

/** What somebody said, with the names of those mentioned told from the words. */
export function SaidWords({ said }: { readonly said: readonly Said[] }) {
  return said.map((part, i) =>
    typeof part === 'string' ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: what was said never changes places
      <span key={i} className={styles.mention} data-me={part.me || undefined}>
        @{part.mention}
      </span>
    ),
  );
}
