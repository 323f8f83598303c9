import type { EffectKind } from '../../domain/stream/effect.ts';
import type { Config } from '../config/config.ts';
import { createGuardedFetch } from '../connectors/guarded-fetch.ts';
import { createSmtpTransport, mailNotConfigured } from '../connectors/smtp-transport.ts';
import type { Clock } from '../ports/clock.ts';
import type { PluginHost } from '../ports/plugin-host.ts';
import type { Log } from '../telemetry/log.ts';
import type { CaseDeps } from '../use-cases/case/case-command.ts';
import { deliverHandler } from '../use-cases/delivery/deliver-event.ts';
import type { DeliveryDeps } from '../use-cases/delivery/delivery-deps.ts';
import { createLogReader } from '../use-cases/delivery/follow-log.ts';
import { syncHandler } from '../use-cases/delivery/sync-case.ts';
import type { Sealer } from '../use-cases/directory/sealer.ts';
import type { EffectHandler } from '../use-cases/effect/effect-handler.ts';
import { createPluginHost } from './create-plugin-host.ts';
import { LogFollower } from './log-follower.ts';

/** Everything that goes to other systems and comes from them, in one running product. */
export interface Deliveries {
  readonly host: PluginHost;
  /** The handlers of the effects that tell other systems. */
  handlers(deps: CaseDeps): ReadonlyMap<EffectKind, EffectHandler>;
  /** Begins to follow the log. */
  start(deps: CaseDeps): void;
  /** Says that the log has grown here. */
  wake(): void;
  /** Follows no more and calls off what is under way. */
  stop(): Promise<void>;
}

/** What deliveries are opened with. */
export interface DeliveriesParts {
  readonly config: Pick<Config, 'allowHosts' | 'smtpUrl' | 'mailFrom'>;
  readonly clock: Clock;
  readonly sealer: Sealer;
  readonly log: Log;
}

/** Opens the way out and in, as the configuration says. */
export function openDeliveries({ config, clock, sealer, log }: DeliveriesParts): Deliveries {
  const { allowHosts, smtpUrl, mailFrom } = config;
  const smtp = smtpUrl === null ? undefined : createSmtpTransport({ url: smtpUrl, from: mailFrom });
  const host = createPluginHost({
    fetch: createGuardedFetch({ allow: allowHosts }),
    sendMail: smtp?.send ?? mailNotConfigured,
    mailFrom,
    now: () => clock.now(),
    log,
  });
  const over = (deps: CaseDeps): DeliveryDeps => ({ ...deps, host, sealer });
  let follower: LogFollower | undefined;
  return {
    host,
    handlers: (deps) =>
      new Map<EffectKind, EffectHandler>([
        ['deliver', deliverHandler(over(deps))],
        ['sync', syncHandler(over(deps))],
      ]),
    start(deps) {
      follower = new LogFollower(createLogReader(over(deps)), (error) =>
        log.error('following the log', { error }),
      );
      follower.start();
    },
    wake: () => follower?.wake(),
    async stop() {
      await follower?.stop();
      host.stop();
      smtp?.close();
    },
  };
}
