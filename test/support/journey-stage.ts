import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { type CompanyInBrowser, type EngineName, openCompanyInBrowser } from './company-in-browser.ts';
import type { Hands } from './hands.ts';
import { type HttpPeer, startHttpPeer } from './http-peer.ts';
import { makeDesk, patience } from './purchase-desk.ts';

/** Somebody signed in, with what they work the page. */
export interface Seated extends Hands {
  readonly page: Page;
  /** Goes to an address and waits until the page is awake. */
  open(path: string): Promise<void>;
}

/** A company that is there while the tests of a suite run. */
export interface JourneyStage {
  readonly company: CompanyInBrowser;
  /** What the company tells other systems goes here. */
  readonly peer: HttpPeer;
  sitDown(persona: string): Promise<Seated>;
  /** Closes what was opened; an unexpected message of a console fails. */
  getUp(): Promise<void>;
}

const desk = { viewport: { width: 1440, height: 900 }, acceptDownloads: true };

/** Opens the stage before the tests of a suite and closes it behind them; it is answered by a function, since it is there only then. */
export function journeyStage(engine: EngineName, handsOn: (page: Page) => Hands): () => JourneyStage {
  let company: CompanyInBrowser | undefined;
  let peer: HttpPeer | undefined;
  const opened: BrowserContext[] = [];
  beforeAll(async () => {
    peer = await startHttpPeer();
    company = await openCompanyInBrowser(engine, ['lea', 'jonas', 'elise'], {
      SIGNALBOX_ALLOW_HOSTS: '127.0.0.0/8',
    });
    await makeDesk(company);
  }, 240_000);
  afterAll(async () => {
    await company?.close();
    await peer?.stop();
  });
  return () => {
    if (company === undefined || peer === undefined) throw new Error('the company is not there yet');
    return stageOf(company, peer, { handsOn, opened });
  };
}

function stageOf(
  company: CompanyInBrowser,
  peer: HttpPeer,
  { handsOn, opened }: { readonly handsOn: (page: Page) => Hands; readonly opened: BrowserContext[] },
): JourneyStage {
  return {
    company,
    peer,
    async sitDown(persona) {
      const { context, page } = await company.signIn(persona, desk);
      opened.push(context);
      page.setDefaultTimeout(patience.timeout);
      return {
        page,
        async open(path) {
          await page.goto(path);
          await page.waitForLoadState('networkidle');
        },
        ...handsOn(page),
      };
    },
    async getUp() {
      await Promise.all(opened.splice(0).map((context) => context.close()));
      expect(company.complaints.splice(0)).toEqual([]);
    },
  };
}
