import { useEffect, useRef, useState } from 'react';
import { turnExactTimes } from '../lib/exact-times.ts';
import { useKeys } from '../lib/use-keys.ts';
import styles from './exact-bubble.module.css';

/** Shows the exact time of one that is touched or clicked, over the page; a key shows all of them, or the short ones again. */
export function ExactBubble() {
  const bubble = useRef<HTMLDivElement>(null);
  const [said, say] = useState('');
  useKeys({ e: () => say(turnExactTimes() ? 'Exact times are shown.' : 'Short times are shown.') });
  useEffect(() => {
    const element = bubble.current;
    return element === null ? undefined : showsTimes(element);
  }, []);
  return (
    <>
      <div ref={bubble} className={styles.bubble} aria-hidden="true" {...{ popover: 'manual' }} />
      <p className="only-read" role="status">
        {said}
      </p>
    </>
  );
}

/** Lets the bubble come beside what is pressed and go with the next press, Escape or scrolling; what it returns ends that. */
function showsTimes(bubble: HTMLElement): () => void {
  let shown: HTMLElement | null = null;
  const hide = (): void => {
    if (shown === null) return;
    delete shown.dataset['told'];
    shown = null;
    bubble.hidePopover();
  };
  const press = (event: MouseEvent): void => {
    const time = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-exact]') : null;
    const again = time === shown;
    hide();
    // Where a time is part of what is pressed, that is what the press is for.
    if (time === null || again || time.closest('a, button, label, summary') !== null) return;
    shown = time;
    time.dataset['told'] = '';
    bubble.textContent = time.dataset['exact'] ?? '';
    bubble.showPopover();
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || shown === null) return;
    // It is the first thing that Escape closes.
    event.preventDefault();
    hide();
  };
  document.addEventListener('click', press);
  document.addEventListener('keydown', leave);
  document.addEventListener('scroll', hide, true);
  return () => {
    hide();
    document.removeEventListener('click', press);
    document.removeEventListener('keydown', leave);
    document.removeEventListener('scroll', hide, true);
  };
}
