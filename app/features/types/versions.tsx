import { Link } from '@remix-run/react';
import type { Difference } from '../../../domain/definition/difference.ts';
import type { Refused } from '../../lib/api.server.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ExactTime } from '../../ui/exact-time.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Differences } from './differences.tsx';
import { ReasonForm } from './reason-form.tsx';
import type { TypeHead } from './type-page.server.ts';
import styles from './types.module.css';

/** One thing that became of a type, with what it changed where that is told. */
interface VersionEntry {
  readonly deed: TypeHead['deeds'][number];
  readonly differences: readonly Difference[] | null;
  readonly key: string;
}

/** What was refused, and for which version. */
export interface RefusedReturn {
  readonly to: number;
  readonly reason: string;
  readonly refused: Refused;
}

/** Every version with who published it, when, why and what it changed; and every time one was taken back. */
export function Versions({
  head,
  entries,
  refused,
}: {
  readonly head: TypeHead;
  readonly entries: readonly VersionEntry[];
  readonly refused: RefusedReturn | undefined;
}) {
  return (
    <ol className={styles.versions}>
      {entries.map((entry) => (
        <li className={styles.version} key={entry.deed.id}>
          <Deed head={head} entry={entry} refused={refused?.to === entry.deed.n ? refused : undefined} />
        </li>
      ))}
    </ol>
  );
}

const deeds = {
  published: (n: number) => `published version ${n}`,
  'rolled-back': (n: number) => `went back to version ${n}`,
  retired: () => 'retired the request type',
} as const;

function Deed({
  head: { slug, live, withdrawn, designs },
  entry: { deed, differences, key },
  refused,
}: {
  readonly head: TypeHead;
  readonly entry: VersionEntry;
  readonly refused: RefusedReturn | undefined;
}) {
  const { kind, n, who, at, why, from } = deed;
  const isVersion = kind === 'published';
  const mayReturn = isVersion && designs && live !== null && n !== live && !withdrawn.includes(n);
  return (
    <>
      <div className={styles.deed}>
        <Avatar name={who} size={20} />
        <p>
          <strong>{who}</strong> {deeds[kind](n)}
          {from === null ? '' : `; version ${from} was taken back`}
        </p>
        {isVersion && n === live ? <Tag tone="success">Live</Tag> : null}
        {isVersion && withdrawn.includes(n) ? <Tag>Taken back</Tag> : null}
        <ExactTime className={styles.when} at={at} />
      </div>
      <p className={styles.why}>{why === '' ? 'No reason was given.' : `“${why}”`}</p>
      {differences === null ? null : (
        <Differences
          items={differences}
          none={n === 1 ? 'The first version.' : 'It says what the version before it says.'}
        />
      )}
      {isVersion ? (
        <div className={styles.ways}>
          <Link to={`/types/${slug}/versions/${n}`}>Read version {n}</Link>
          <a href={`/types/${slug}/versions/${n}/definition.yaml`} download={`${slug}-${n}.yaml`}>
            <Icon name="download" />
            Export YAML
          </a>
        </div>
      ) : null}
      {mayReturn ? (
        <details className={styles.more} open={refused !== undefined}>
          <summary>Go back to version {n}</summary>
          <p className="second">
            Version {live} can then no longer be submitted. Cases keep the version they came in under.
          </p>
          <ReasonForm
            intent="return"
            verb={`Go back to version ${n}`}
            label="Why"
            keyOf={key}
            refused={refused?.refused}
            reason={refused?.reason}
          >
            <input type="hidden" name="to" value={n} />
          </ReasonForm>
        </details>
      ) : null}
    </>
  );
}
