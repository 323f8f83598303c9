import { assert } from '../../../domain/error/assert.ts';
import { demoPersonas, type PersonaName } from '../../identity/demo-personas.ts';

/** The person of the invented company who is the persona of that name. */
export function whoIs(name: PersonaName): string {
  const found = demoPersonas.find(({ persona }) => persona === name);
  assert(found !== undefined, `the demo has a ${name}`);
  return found.person;
}
