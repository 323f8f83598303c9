import { referenceKind } from '../reference-kind.ts';

/** An account, by id. */
export const account = referenceKind('account', 'account', 'an account');
