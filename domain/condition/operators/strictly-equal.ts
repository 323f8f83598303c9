import { equality } from '../grammar/equality.ts';

/** Another spelling of `==`, which compares strictly already. */
export const strictlyEqual = equality('===', true);
