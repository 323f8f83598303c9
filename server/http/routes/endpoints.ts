import type { Endpoint } from '../core/endpoint.ts';
import { attachments } from './attachments.ts';
import { bulk } from './bulk.ts';
import { caseHistory } from './case-history.ts';
import { caseReading } from './case-reading.ts';
import { caseWriting } from './case-writing.ts';
import { connections } from './connections.ts';
import { definitionWords } from './definition-words.ts';
import { delegations } from './delegations.ts';
import { deliveries } from './deliveries.ts';
import { directory } from './directory.ts';
import { documents } from './documents.ts';
import { drafts } from './drafts.ts';
import { effects } from './effects.ts';
import { gallery } from './gallery.ts';
import { health } from './health.ts';
import { live } from './live.ts';
import { logEndpoints } from './log.ts';
import { logEvidence } from './log-evidence.ts';
import { logKey } from './log-key.ts';
import { me } from './me.ts';
import { members } from './members.ts';
import { metrics } from './metrics.ts';
import { pluginList } from './plugin-list.ts';
import { poolLedger } from './pool-ledger.ts';
import { requestTypes } from './request-types.ts';
import { roleNames } from './role-names.ts';
import { roles } from './roles.ts';
import { start } from './start.ts';
import { system } from './system.ts';
import { tokens } from './tokens.ts';

/** Every route of the product's own that is no page. */
export const endpoints: readonly Endpoint[] = [
  ...me,
  ...requestTypes,
  ...drafts,
  ...definitionWords,
  ...gallery,
  ...caseReading,
  ...caseHistory,
  ...caseWriting,
  ...attachments,
  ...bulk,
  ...directory,
  ...members,
  ...poolLedger,
  ...roleNames,
  ...delegations,
  ...tokens,
  ...connections,
  ...deliveries,
  ...logEndpoints,
  ...logEvidence,
  ...logKey,
  ...live,
  ...metrics,
  ...effects,
  ...health,
  ...roles,
  ...pluginList,
  ...start,
  ...system,
  ...documents(() => endpoints),
];
