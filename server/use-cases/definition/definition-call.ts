import type { DefinitionRegistry } from '../../../domain/definition/definition-registry.ts';
import type { Definition } from '../../../domain/definition/definition-schema.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { Actor } from '../../../domain/stream/event.ts';
import type { CommandDeps } from '../command/deps.ts';
import type { CommandKey } from '../command/find-command.ts';

/** What designing stands on. */
export interface DefinitionDeps extends CommandDeps {
  /** What the organisation has of what a definition names; left out, nobody looks whether it exists. */
  readonly registry?: (definition: Definition) => Promise<DefinitionRegistry>;
}

/** Who asks for a change of a definition, under which command. */
export interface DefinitionCall {
  readonly actor: Actor;
  readonly command: CommandKey;
  /** Throws NOT_ALLOWED on the loaded document (the empty one when it is being made). */
  readonly authorise?: (doc: Aggregate) => void;
}
