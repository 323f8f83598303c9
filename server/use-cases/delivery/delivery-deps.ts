import type { PluginHost } from '../../ports/plugin-host.ts';
import type { CaseDeps } from '../case/case-command.ts';
import type { Sealer } from '../directory/sealer.ts';

/** What everything that goes outside, or comes from there, stands on. */
export interface DeliveryDeps extends CaseDeps {
  readonly host: PluginHost;
  /** Opens the secrets of connections. */
  readonly sealer: Sealer;
}
