import type { Endpoint } from '../core/endpoint.ts';
import { caseReading } from './case-reading.ts';
import { caseWriting } from './case-writing.ts';

/** Every route of the product's own that is no page. */
export const endpoints: readonly Endpoint[] = [...caseReading, ...caseWriting];
