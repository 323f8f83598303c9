import type { TrustProxy } from '../config/trust-proxy.ts';
import type { AddressLimits } from '../identity/address-limits.ts';
import type { Live } from '../ports/bell.ts';
import type { PluginHost } from '../ports/plugin-host.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { CaseDeps } from '../use-cases/case/case-command.ts';
import type { DefinitionDeps } from '../use-cases/definition/definition-call.ts';
import type { Sealer } from '../use-cases/directory/sealer.ts';
import type { Setup } from '../use-cases/health/setup.ts';
import type { Cursors } from '../use-cases/lists/cursor.ts';
import type { CheckpointSigner } from '../use-cases/log/checkpoints.ts';
import type { InstallationKey } from '../use-cases/log/installation-key.ts';

/** What the web side of the product stands on; everything comes from outside. */
export interface HttpParts {
  readonly deps: CaseDeps;
  readonly registry?: NonNullable<DefinitionDeps['registry']>;
  readonly cursors: Cursors;
  /** Counts of one address; `identity` and the web shell share them. */
  readonly addressLimits: AddressLimits;
  readonly live: Live;
  readonly sealer: Sealer;
  /** Signs exports. */
  readonly key: InstallationKey;
  readonly checkpoints: CheckpointSigner;
  readonly telemetry: Telemetry;
  /** Scheme, host and port that people see. */
  readonly origin: string;
  readonly trustProxy: TrustProxy;
  /** What keeps this process from being ready, in words; empty when nothing does. Asks the store. */
  readonly problems: () => Promise<readonly string[]>;
  /** What is wrong with the queue, in words; null when nothing is. */
  readonly queueProblem: () => Promise<string | null>;
  /** Aborted when the process stops, so that open streams end. */
  readonly closing: AbortSignal;
  /** Runs plugins. */
  readonly host: PluginHost;
  readonly limits?: Partial<HttpLimits>;
  /** What this process is and stands on, for those who look after the installation. */
  readonly setup: Setup;
  /** Where the product's typeface is served, for pages that are not of the web application. */
  readonly font?: string;
}

/** How much one caller may ask for. */
export interface HttpLimits {
  /** Requests a minute of one token or session. */
  readonly perCaller: number;
  /** Requests a minute of one address that is not known. */
  readonly perAddress: number;
  /** Live streams one caller may hold open at a time. */
  readonly streams: number;
  /** Uploads under way in this process at a time. */
  readonly uploads: number;
}

/** What holds unless told otherwise. */
export const defaultLimits: HttpLimits = { perCaller: 6_000, perAddress: 600, streams: 10, uploads: 8 };
