import { RemixBrowser } from '@remix-run/react';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { fetchAhead } from './lib/fetch-ahead.ts';
import { holdWhileGone } from './lib/reach.ts';

holdWhileGone();

// In one go: what somebody does between two halves of it would meet a page that is half awake.
hydrateRoot(
  document,
  <StrictMode>
    <RemixBrowser />
  </StrictMode>,
);

fetchAhead();
