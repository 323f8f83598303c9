import { useRevalidator } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { forgetDraft } from '../../lib/draft.ts';

/** Looks this often, so many times: routing takes a moment, seldom more. */
const everyMs = 1_000;
const looks = 10;

/** Forgets the draft of what was just sent, and looks again until it is decided who has it. */
export function useFreshlySent({
  routing,
  sent,
  person,
}: {
  readonly routing: boolean;
  readonly sent: string | null;
  readonly person: string;
}): void {
  const { revalidate } = useRevalidator();
  const looked = useRef(0);
  useEffect(() => {
    if (sent !== null) forgetDraft(person, sent);
  }, [sent, person]);
  useEffect(() => {
    // What was done is told once: loading the page again is not doing it again.
    if (location.search !== '') history.replaceState(history.state, '', location.pathname);
  });
  useEffect(() => {
    if (!routing) return;
    const timer = setInterval(() => {
      looked.current += 1;
      if (looked.current >= looks) clearInterval(timer);
      revalidate();
    }, everyMs);
    return () => clearInterval(timer);
  }, [routing, revalidate]);
}
