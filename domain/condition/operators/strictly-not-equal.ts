import { equality } from '../grammar/equality.ts';

/** Another spelling of `!=`, which compares strictly already. */
export const strictlyNotEqual = equality('!==', false);
