import { Link } from '@remix-run/react';
import styles from './log.module.css';

/** What was narrowed, as a file, and how anybody checks it without us. */
export function ExportPanel({
  query,
  fingerprint,
}: {
  /** The filters as an address carries them, without the page. */
  readonly query: string;
  readonly fingerprint: string | null;
}) {
  const to = (format: 'jsonl' | 'csv'): string =>
    `/api/v1/log/export?format=${format}${query === '' ? '' : `&${query}`}`;
  return (
    <details className={styles.export}>
      <summary>Export and verify</summary>
      <div className={styles.exportBody}>
        <p>
          The file holds every event that matches{query === '' ? '' : ' what you narrowed to'}. JSON Lines
          carry the checkpoints with which anybody can check it, without this server.
        </p>
        <p className={styles.downloads}>
          <a href={to('jsonl')} download>
            Download JSON Lines
          </a>
          <a href={to('csv')} download>
            Download CSV
          </a>
        </p>
        <p>
          To check a file, with nothing but Node.js and one program (
          <Link to="/log/verify">how, step by step</Link>):
        </p>
        <p className={styles.command}>
          npx signalbox verify log.jsonl --key "{fingerprint ?? '<fingerprint>'}"
        </p>
        <p className="small quiet">
          The fingerprint names the key that signs the log. Ask for it by another way than this page, such as
          by telephone, and compare.
        </p>
      </div>
    </details>
  );
}
