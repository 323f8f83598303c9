import type { Endpoint } from '../core/endpoint.ts';
import { caseReading } from './case-reading.ts';
import { caseWriting } from './case-writing.ts';
import { delegations } from './delegations.ts';
import { directory } from './directory.ts';
import { drafts } from './drafts.ts';
import { me } from './me.ts';
import { members } from './members.ts';
import { requestTypes } from './request-types.ts';
import { tokens } from './tokens.ts';

/** Every route of the product's own that is no page. */
export const endpoints: readonly Endpoint[] = [
  ...me,
  ...requestTypes,
  ...drafts,
  ...caseReading,
  ...caseWriting,
  ...directory,
  ...members,
  ...delegations,
  ...tokens,
];
