import type { Json } from '../hash/canonical-json.ts';

/** The stored form of a condition: JSON-Logic over fact keys, `{"<": [{"var": "amount"}, 1000]}`. */
export type Condition = Json;

/**
 * What one condition may cost: nested operations, nodes (operations, facts and literals, each list item counted),
 * bytes of canonical JSON, and steps of one evaluation.
 */
export const conditionLimits = { depth: 32, nodes: 500, bytes: 16_384, steps: 10_000 } as const;
