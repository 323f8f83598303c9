import type { SerializeFrom } from '@remix-run/node';
import type { CasePage } from './case-page.server.ts';
import type { NotDone } from './not-done.ts';

/** A case as its loader tells it. */
export type CaseData = SerializeFrom<CasePage>;
/** A refusal as the action tells it. */
export type Refusal = SerializeFrom<NotDone>;
