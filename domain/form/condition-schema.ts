import { z } from 'zod';
import { isBoundedJson, isRecord } from './bounded-json.ts';

/** The deepest nesting a stored condition or expression may have; the rooms that compile it are stricter. */
const maxDepth = 100;

/** The schema of a stored condition: a JSON-Logic object; its words are checked when the form is. */
export const conditionSchema = z
  .unknown()
  .refine(
    (json) => isRecord(json) && isBoundedJson(json, maxDepth),
    'Give a condition such as {"==": [{"var": "field"}, "value"]}',
  );

/** The schema of a stored expression that gives a value: a JSON-Logic object or a literal. */
export const expressionSchema = z
  .unknown()
  .refine(
    (json) => json !== null && json !== undefined && isBoundedJson(json, maxDepth),
    'Give an expression such as {"+": [{"var": "a"}, {"var": "b"}]}',
  );
