import { Form, NavLink } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Mark } from './mark.tsx';
import styles from './shell.module.css';

/** What the frame around every page shows. */
interface ShellProps {
  readonly person: { readonly name: string };
  readonly title: string;
  readonly demo: boolean;
  readonly children: ReactNode;
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2)
    .toUpperCase();

/** The frame of every page: where one can go, who one is, and the page itself. */
export function Shell({ person, title, demo, children }: ShellProps) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <div className={styles.shell}>
        <aside className={styles.side} aria-label="Main">
          <NavLink className={styles.brand ?? ''} to="/">
            <Mark />
            Signalbox
          </NavLink>
          <nav aria-label="Pages">
            <ul className={styles.nav}>
              <li>
                <NavLink to="/" end>
                  <span>Start</span>
                </NavLink>
              </li>
              <li>
                <a href="/api/docs">
                  <span>API</span>
                </a>
              </li>
            </ul>
          </nav>
          <div className={styles.foot}>
            <span className={styles.avatar} aria-hidden="true">
              {initials(person.name)}
            </span>
            <span className={`second ${styles.name}`}>{person.name}</span>
            <Form method="post" action="/sign-out" className={styles.out ?? ''}>
              <Button kind="quiet">Sign out</Button>
            </Form>
          </div>
        </aside>
        <main className={styles.page} id="main">
          <header className={styles.bar}>
            <h1>{title}</h1>
            {demo ? <span className={styles.demo}>Demo: invented company and people</span> : null}
          </header>
          <div className={styles.body}>{children}</div>
        </main>
      </div>
    </>
  );
}
