import { PrefetchPageLinks } from '@remix-run/react';
import { useEffect, useState } from 'react';

/** The page comes first. */
const waitMs = 400;

/** Brings what the page of a case is made of before one opens any, once for the whole list. */
export function CaseScripts({ id }: { readonly id: string | undefined }) {
  const [asked, setAsked] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setAsked((before) => before ?? id), waitMs);
    return () => clearTimeout(timer);
  }, [id]);
  return asked === undefined ? null : <PrefetchPageLinks page={`/cases/${asked}`} />;
}
