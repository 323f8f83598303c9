import { Link, useLocation } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { type PlaceInList, placeInList } from './case-order.ts';
import styles from './list-place.module.css';

/** Where a case stands in the list one came from, and the ways to those beside it; nothing where one came from nowhere. */
export function ListPlace() {
  const { pathname } = useLocation();
  const [place, setPlace] = useState<PlaceInList | null>(null);
  // Only the browser knows the list, so that the first paint is without it.
  useEffect(() => setPlace(placeInList(pathname)), [pathname]);
  if (place === null) return null;
  const { at, of, before, behind } = place;
  return (
    <nav className={styles.place} aria-label="The list you came from">
      <span className={styles.count}>
        {at} of {of}
      </span>
      <Beside to={before} label="Previous case" icon="chev-up" />
      <Beside to={behind} label="Next case" icon="chev-down" />
    </nav>
  );
}

function Beside({
  to,
  label,
  icon,
}: {
  readonly to: string | null;
  readonly label: string;
  readonly icon: string;
}) {
  if (to === null)
    return (
      <span className={styles.end}>
        <Icon name={icon} />
      </span>
    );
  return (
    <Link className={styles.step ?? ''} to={to} aria-label={label}>
      <Icon name={icon} />
    </Link>
  );
}
