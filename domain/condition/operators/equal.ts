import { equality } from '../grammar/equality.ts';

/** True when both values are the same; text is compared letter by letter. The canonical form of equality. */
export const equal = equality('==', true);
