import { Link } from '@remix-run/react';
import { Avatar } from '../../ui/avatar.tsx';
import { ExactTime } from '../../ui/exact-time.tsx';
import styles from './settings.module.css';

interface Told {
  readonly words: string;
  readonly exact: string;
}

/** One token as the page shows it. */
interface TokenLine {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly owner: { readonly name: string; readonly program: boolean };
  readonly reach: string;
  readonly made: Told;
  /** In words where it is no time: `Never`, `Revoked`. */
  readonly ends: string | null;
  readonly endsAt: Told | null;
  readonly used: Told | null;
}

/** Tokens, each with how far it reaches, until when, and when it was last of use. */
export function TokenTable({
  page: { of, cursor, lines, mayRevoke },
}: {
  readonly page: {
    readonly of: string;
    readonly cursor: string;
    readonly lines: readonly TokenLine[];
    readonly mayRevoke: boolean;
  };
}) {
  const all = of === 'all';
  const at = `/settings/tokens?of=${of}${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}&revoke=`;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          {all ? <th scope="col">Acts as</th> : null}
          <th scope="col">Reaches</th>
          <th scope="col">Ends</th>
          <th scope="col">Last used</th>
          <th scope="col">
            <span className="only-read">What you can do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.id} line={line} all={all} revoke={mayRevoke ? at : null} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  line: { id, name, active, owner, reach, made, ends, endsAt, used },
  all,
  revoke,
}: {
  readonly line: TokenLine;
  readonly all: boolean;
  /** The address that asks about revoking, up to the id; null where that is not offered. */
  readonly revoke: string | null;
}) {
  return (
    <tr className={active ? undefined : styles.off}>
      <td className={styles.words}>
        <span className={styles.strong}>{name}</span>
        <small>
          made <ExactTime at={made} />
        </small>
      </td>
      {all ? (
        <td data-label="Acts as">
          <Owner owner={owner} />
        </td>
      ) : null}
      <td data-label="Reaches" className={styles.words}>
        {reach}
      </td>
      <td data-label="Ends" className="nowrap">
        {ends ?? (endsAt === null ? null : <ExactTime at={endsAt} />)}
      </td>
      <td data-label="Last used" className="nowrap">
        {used === null ? 'Never' : <ExactTime at={used} />}
      </td>
      <td className={styles.deed}>
        {active && revoke !== null ? (
          <Link to={revoke + id} aria-label={`Revoke ${name}`}>
            Revoke
          </Link>
        ) : null}
      </td>
    </tr>
  );
}

function Owner({ owner: { name, program } }: Pick<TokenLine, 'owner'>) {
  return (
    <span className={styles.person}>
      <Avatar name={name} kind={program ? 'program' : 'person'} size={20} />
      {name}
      {program ? <span className="quiet">(a program)</span> : null}
    </span>
  );
}
