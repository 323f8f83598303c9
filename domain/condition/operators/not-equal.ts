import { equality } from '../grammar/equality.ts';

/** True when both values are known and differ. The canonical form of inequality. */
export const notEqual = equality('!=', false);
