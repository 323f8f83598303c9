import type { GateRegistry } from '../approval/gate-context.ts';

/**
 * What is known of the organisation a definition is to be used in: system and business roles with their active holders,
 * teams with their members, calendars, pools. Optional kinds that are left out are not looked up.
 */
export interface DefinitionRegistry extends GateRegistry {
  readonly pools: ReadonlySet<string>;
  readonly connections?: ReadonlySet<string>;
  /** Fact providers that can be asked. */
  readonly providers?: ReadonlySet<string>;
  /** Slugs of the request types there are, for facts that count open cases. */
  readonly requestTypes?: ReadonlySet<string>;
}
