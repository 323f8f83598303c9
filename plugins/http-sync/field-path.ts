import { z } from 'zod';

const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/** A dotted path of up to eight names, such as `requester.department`. */
export const fieldPath = z
  .string()
  .max(200)
  .regex(/^[A-Za-z_$][\w$-]*(\.[A-Za-z_$][\w$-]*){0,7}$/, 'is not a path such as customer.name')
  .refine((path) => !path.split('.').some((name) => reserved.has(name)), 'uses a reserved name');
