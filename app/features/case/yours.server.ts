import { signNext } from '../../lib/sign-next.ts';
import type { Times } from '../../lib/times.server.ts';
import type { CaseAnswer } from './case-answers.ts';

/** When it is due for the reader: their signature, where one is asked of them, else the case. */
export function dueOf(answer: CaseAnswer, times: Times) {
  if (!answer.open) return { due: null, used: null };
  const { dueAt, left } = signNext(answer)?.step ?? answer;
  const at = dueAt === null ? answer : { dueAt, left };
  return { due: times.due(at.dueAt, at.left), used: at.left?.used ?? null };
}

/** What the reader decides, and why it is asked; null when no signature of theirs is. */
export function yoursOf(answer: CaseAnswer) {
  const gate = signNext(answer);
  if (gate === undefined || gate.step === null) return null;
  const { needed } = gate.step;
  return {
    gate: gate.title,
    why: gate.why,
    enough: needed === 1 ? 'One signature is enough.' : `${needed} have to sign.`,
  };
}
