import { isRouteErrorResponse, Link, useLocation, useRouteError } from '@remix-run/react';
import { type TroubleWords, troubleOfError, troubleOfStatus } from '../lib/trouble-words.ts';
import { Page } from './page.tsx';
import styles from './trouble.module.css';

/** What the failure that is to be shown says. */
export function useTrouble(): TroubleWords {
  const error = useRouteError();
  return isRouteErrorResponse(error) ? troubleOfStatus(error.status, error.data) : troubleOfError(error);
}

/** A page that could not be shown, inside the frame: why, and what to do next. */
export function Trouble({ trouble: { title, says, details, again } }: { readonly trouble: TroubleWords }) {
  const { pathname, search } = useLocation();
  return (
    <Page title={title}>
      <div className={styles.trouble}>
        <p>{says}</p>
        {details.length === 0 ? null : (
          <ul>
            {details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
        <p className={styles.ways}>
          {again ? <Link to={`${pathname}${search}`}>Try again</Link> : null}
          <Link to="/">Start</Link>
        </p>
      </div>
    </Page>
  );
}
