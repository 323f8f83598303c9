import { referenceKind } from '../reference-kind.ts';

/** A person of the directory, by id; what is known of them comes as further facts from the directory. */
export const person = referenceKind('person', 'person', 'a person');
