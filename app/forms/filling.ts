import type { FieldProblem } from './live-form.ts';

/** What is known of a form while it is filled in. */
export interface Filling {
  readonly initial: (name: string) => readonly string[];
  readonly required: ReadonlySet<string>;
  readonly computed: Readonly<Record<string, string>>;
  /** What is to be mended, as far as it is shown yet. */
  readonly problems: readonly FieldProblem[];
  /** Told when a control that is no plain input changed. */
  readonly changed: () => void;
  /** Within what only a page without scripts shows: such parts cannot hold each other. */
  readonly unscripted?: boolean;
}
