import { Link } from '@remix-run/react';
import { Avatar } from '../../ui/avatar.tsx';
import type { RightLine } from './right-words.ts';
import styles from './settings.module.css';

interface Role {
  readonly id: string;
  readonly title: string;
  readonly rights: readonly RightLine[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
  readonly more: boolean;
}

/** Roles with what they allow and who has them, then what anybody may do to a case by what they are to it. */
export function RoleList({
  page: { everybody, system, business, cases },
}: {
  readonly page: {
    readonly everybody: readonly RightLine[];
    readonly system: readonly Role[];
    readonly business: readonly Role[];
    readonly cases: readonly { readonly deed: string; readonly who: string; readonly when: string }[];
  };
}) {
  return (
    <>
      <section aria-labelledby="everybody" className={styles.role}>
        <h3 id="everybody">Everybody who is signed in</h3>
        <Rights rights={everybody} />
      </section>
      {system.map((role) => (
        <RoleSection key={role.id} role={role} />
      ))}
      <h3 className={styles.group}>Roles of your organisation</h3>
      <p className={`second ${styles.inset}`}>
        Request types name them, to route, to approve and to show a field. By themselves they allow nothing
        more.
      </p>
      {business.length === 0 ? (
        <p className={`second ${styles.inset}`}>
          None yet: an administrator names them for the installation.
        </p>
      ) : (
        <dl className={`${styles.facts} ${styles.spaced}`}>
          {business.map((role) => (
            <div key={role.id}>
              <dt>{role.title}</dt>
              <dd>
                <People role={role} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <h3 className={styles.group}>On a case, by what somebody is to it</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Who</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {cases.map(({ deed, who, when }) => (
            <tr key={deed}>
              <td className={styles.strong}>{deed}</td>
              <td data-label="Who">{who}</td>
              <td data-label="When">{when}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function RoleSection({ role }: { readonly role: Role }) {
  return (
    <section aria-labelledby={`role-${role.id}`} className={styles.role}>
      <h3 id={`role-${role.id}`}>{role.title}</h3>
      <div className={styles.roleBody}>
        {role.rights.length === 0 ? (
          <p className="second">
            Nothing beyond what everybody may, and what a case allows those who are part of it.
          </p>
        ) : (
          <Rights rights={role.rights} />
        )}
        <People role={role} />
      </div>
    </section>
  );
}

function Rights({ rights }: { readonly rights: readonly RightLine[] }) {
  return (
    <dl className={styles.rights}>
      {rights.map(({ things, only, deeds }) => (
        <div key={`${things} ${only}`}>
          <dt>
            {things}
            {only === null ? null : <small>{only}</small>}
          </dt>
          <dd>{deeds}</dd>
        </div>
      ))}
    </dl>
  );
}

function People({ role: { title, people, more } }: { readonly role: Role }) {
  if (people.length === 0) return <p className="quiet">Nobody has it.</p>;
  const list = (
    <ul className={styles.people} aria-label={`Who has the role ${title}`}>
      {people.map(({ id, name, kind }) => (
        <li key={id}>
          <Link className={styles.person} to={`/directory/people/${id}`}>
            <Avatar name={name} kind={kind === 'service' ? 'program' : 'person'} size={20} />
            {name}
          </Link>
        </li>
      ))}
      {more ? <li className="quiet">and more</li> : null}
    </ul>
  );
  if (people.length <= 12) return list;
  return (
    <details>
      <summary>
        {people.length}
        {more ? ' or more' : ''} people have it
      </summary>
      {list}
    </details>
  );
}
