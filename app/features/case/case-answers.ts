import type { caseBody } from '../../../server/http/routes/case-view.ts';
import type { NamesInCase } from '../../../server/use-cases/case/names-in-case.ts';

/** What `getCase` answers. */
export type CaseAnswer = ReturnType<typeof caseBody>;

/** One event as `listCaseEvents` answers it. */
export interface CaseEvent {
  readonly seq: number;
  readonly kind: string;
  readonly at: number;
  readonly actor: { readonly kind: 'person' | 'service' | 'system'; readonly id: string };
  readonly data: Readonly<Record<string, unknown>>;
  readonly human: Readonly<Record<string, unknown>>;
}

/** What `listCaseEvents` answers when names are asked for. */
export interface CaseEventsAnswer {
  readonly items: readonly CaseEvent[];
  readonly next: string | null;
  readonly names: NamesInCase;
}
