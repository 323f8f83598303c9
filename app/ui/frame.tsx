import { Form, NavLink } from '@remix-run/react';
import { type ReactNode, useRef } from 'react';
import type { PlaceGroup } from '../lib/place.ts';
import { Avatar } from './avatar.tsx';
import { Button } from './button.tsx';
import styles from './frame.module.css';
import { Icon } from './icon.tsx';
import { Mark } from './mark.tsx';

/** The frame of every page of somebody signed in: where one can go, who one is, and the page itself. */
export function Frame({
  person,
  groups,
  demo,
  find,
  children,
}: {
  readonly person: { readonly id: string; readonly name: string };
  readonly groups: readonly PlaceGroup[];
  /** Says that everything is invented, and lets one be somebody else; null where nothing is. */
  readonly demo: ReactNode;
  /** Searching and going anywhere. */
  readonly find: ReactNode;
  readonly children: ReactNode;
}) {
  const more = useRef<HTMLDivElement>(null);
  return (
    <>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <div className={styles.shell}>
        <aside className={styles.side} aria-label="Main">
          <NavLink className={styles.brand ?? ''} to="/">
            <Mark />
            <span>Signalbox</span>
          </NavLink>
          {find}
          <div className={styles.places}>
            {groups.slice(0, 1).map((group) => (
              <Places group={group} key={group.name} />
            ))}
            {groups.length < 2 ? null : (
              <>
                <button type="button" className={styles.moreButton} {...{ popovertarget: 'more-places' }}>
                  <Icon name="more" />
                  <span>More</span>
                </button>
                <div id="more-places" ref={more} className={styles.more} {...{ popover: 'auto' }}>
                  {groups.slice(1).map((group) => (
                    <Places
                      group={group}
                      key={group.name}
                      titled
                      chosen={() => more.current?.hidePopover()}
                    />
                  ))}
                </div>
              </>
            )}
          </div>
          <div className={styles.foot}>
            {demo}
            <div className={styles.who}>
              <NavLink className={styles.self ?? ''} to={`/directory/people/${person.id}`} prefetch="intent">
                <Avatar name={person.name} me />
                <span className={`second ${styles.name}`}>{person.name}</span>
              </NavLink>
              <Form method="post" action="/sign-out" className={styles.out ?? ''}>
                <Button kind="quiet">Sign out</Button>
              </Form>
            </div>
          </div>
        </aside>
        {children}
      </div>
    </>
  );
}

/** One group of places. */
function Places({
  group,
  titled = false,
  chosen,
}: {
  readonly group: PlaceGroup;
  readonly titled?: boolean;
  /** Told that somebody goes to one of them. */
  readonly chosen?: () => void;
}) {
  return (
    <nav aria-label={group.name}>
      {titled ? <p className={styles.head}>{group.name}</p> : null}
      <ul className={styles.nav}>
        {group.places.map((place) => (
          <li key={place.to}>
            <NavLink to={place.to} prefetch="intent" onClick={chosen}>
              <Icon name={place.icon} />
              <span>{place.label}</span>
              {place.count === undefined ? null : <span className={styles.num}>{place.count}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
