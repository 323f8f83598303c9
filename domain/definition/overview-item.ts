import type { WorkflowState } from '../workflow/workflow-schema.ts';

/** One thing a definition has, told in sentences. */
export interface OverviewItem {
  /** The id it has in the definition, or what stands for one. */
  readonly id: string;
  readonly name: string;
  readonly says: readonly string[];
  /** What is worth knowing beside that: why it is so, and who answers for it. */
  readonly notes: readonly string[];
  readonly items: readonly OverviewItem[];
  /** Its place among those tried in order, from 1. */
  readonly number?: number;
  /** The category of a state. */
  readonly category?: WorkflowState['category'];
  /** True when it is switched off. */
  readonly off?: boolean;
}

/** One part of the readable page of a definition. */
export interface OverviewSection {
  readonly id: string;
  readonly title: string;
  readonly says: readonly string[];
  readonly items: readonly OverviewItem[];
}

/** An item of an id, a name, and what is said of it. */
export function told(
  id: string,
  name: string,
  says: readonly string[],
  more: Partial<Omit<OverviewItem, 'id' | 'name' | 'says'>> = {},
): OverviewItem {
  return { id, name, says, notes: [], items: [], ...more };
}
