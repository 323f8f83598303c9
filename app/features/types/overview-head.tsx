import { Link } from '@remix-run/react';
import { ExactTime } from '../../ui/exact-time.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { OverviewPage } from './overview-page.server.ts';
import styles from './types.module.css';

/** Which version is read, who published it and why, and the ways to take it along. */
export function OverviewHead({ head, n, published }: Omit<OverviewPage, 'sections'>) {
  const { slug, live } = head;
  return (
    <div className={styles.head}>
      <p className={styles.which}>
        <strong>Version {n}</strong>
        {live === n ? (
          <Tag tone="success">Live</Tag>
        ) : (
          <Tag>{head.withdrawn.includes(n) ? 'Taken back' : 'Earlier'}</Tag>
        )}
        {published === null ? null : (
          <span className="second">
            {published.who} published it <ExactTime at={published.at} />: {published.why}
          </span>
        )}
      </p>
      <p className={styles.ways}>
        {live === n || live === null ? null : (
          <Link to={`/types/${slug}`}>Read version {live}, which is live</Link>
        )}
        <a href={`/types/${slug}/versions/${n}/definition.yaml`} download={`${slug}-${n}.yaml`}>
          <Icon name="download" />
          Export YAML
        </a>
      </p>
    </div>
  );
}
