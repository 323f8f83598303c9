import type { CommandDeps } from '../use-cases/command/deps.ts';
import type { DirectoryReader } from '../use-cases/directory/directory-reader.ts';
import type { AddressLimits } from './address-limits.ts';

/** What signing in and recognising people stand on. */
export interface IdentityDeps extends CommandDeps {
  readonly directory: DirectoryReader;
  readonly limits: AddressLimits;
}
