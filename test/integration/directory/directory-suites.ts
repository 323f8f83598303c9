import type { DirectoryRig } from '../../support/directory-rig.ts';
import { connectionsSuite } from './connections-suite.ts';
import { goingSuite } from './going-suite.ts';
import { objectsSuite } from './objects-suite.ts';
import { peopleSuite } from './people-suite.ts';
import { readerSuite } from './reader-suite.ts';
import { tokensSuite } from './tokens-suite.ts';

/** Everything the directory promises, on the store that `open` opens empty; `runs` is how often laws are tried. */
export function directorySuites(open: () => Promise<DirectoryRig>, runs: number): void {
  objectsSuite(open);
  peopleSuite(open);
  goingSuite(open);
  tokensSuite(open);
  connectionsSuite(open);
  readerSuite(open, runs);
}
