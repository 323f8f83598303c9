import { referenceKind } from '../reference-kind.ts';

/** A team of the directory, by id. */
export const team = referenceKind('team', 'team', 'a team');
