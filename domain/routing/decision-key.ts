/** The name of one routing decision, `caseId:epoch`: a case is decided at most once under each. */
export function decisionKey(caseId: string, epoch: number): string {
  return `${caseId}:${epoch}`;
}
