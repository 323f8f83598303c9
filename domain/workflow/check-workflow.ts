import type { Problem } from '../error/problem.ts';
import { gateExitProblems } from './gate-exit-problems.ts';
import { pathProblems } from './path-problems.ts';
import { stateProblems } from './state-problems.ts';
import { transitionProblems } from './transition-problems.ts';
import type { WorkflowContext } from './workflow-context.ts';
import type { Workflow } from './workflow-schema.ts';

/** Everything wrong with a workflow within its definition; pointers begin with `/workflow`. */
export function checkWorkflow(workflow: Workflow, context: WorkflowContext): readonly Problem[] {
  const under = { workflow, context };
  return [
    ...stateProblems(under),
    ...transitionProblems(under),
    ...pathProblems(under),
    ...gateExitProblems(under),
  ];
}
