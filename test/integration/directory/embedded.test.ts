import { describe } from 'vitest';
import { directoryRig } from '../../support/directory-rig.ts';
import { directorySuites } from './directory-suites.ts';

describe('the directory on the embedded store', () => {
  directorySuites(() => directoryRig(), 60);
});
