import { RemixBrowser } from '@remix-run/react';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { fetchAhead } from './lib/fetch-ahead.ts';
import { holdWhileGone } from './lib/reach.ts';

holdWhileGone();

/**
 * What the page was made of is read before React takes the page over:
 * a key or a click while it waits for that makes it give up, and the page would stay asleep for good.
 */
async function readFirst(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (reading) {
    if (reading instanceof Promise) await reading;
  }
}

function takeOver(): void {
  // In one go: what somebody does between two halves of it would meet a page that is half awake.
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
}

readFirst().then(takeOver, takeOver);

fetchAhead();
