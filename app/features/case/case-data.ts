import type { SerializeFrom } from '@remix-run/node';
import type { NotDone } from './carry-out.server.ts';
import type { CasePage } from './case-page.server.ts';

/** A case as its loader tells it. */
export type CaseData = SerializeFrom<CasePage>;
/** A refusal as the action tells it. */
export type Refusal = SerializeFrom<NotDone>;
