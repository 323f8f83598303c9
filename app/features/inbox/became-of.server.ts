import type { caseBody } from '../../../server/http/routes/case-view.ts';
import { span } from '../../lib/times.server.ts';

/** A case as the API answers it. */
export type CaseAnswer = ReturnType<typeof caseBody>;
/** What is told of of a case that moved on. */
export type Moved = Pick<CaseAnswer, 'open' | 'owner' | 'assignedAt' | 'people' | 'state' | 'gates'>;

const decided: Readonly<Record<string, string>> = {
  approve: 'approved it',
  reject: 'rejected it',
  return: 'sent it back',
};

/** What became of a case that somebody else moved, in a sentence with a name and a time; null when nobody else did anything that shows. */
export function becameOf(
  { open, owner, assignedAt, people, state, gates }: Moved,
  { me, now }: { readonly me: string; readonly now: number },
): string | null {
  const name = (id: string): string => (id === me ? 'You' : (people[id] ?? 'Somebody who left'));
  const votes = gates.flatMap((gate) => gate.votes.map((vote) => ({ ...vote, gate: gate.title })));
  const vote = votes.filter(({ retractedAt }) => retractedAt === undefined).sort((a, b) => b.at - a.at)[0];
  const taken = owner !== null && owner !== me && assignedAt !== null ? { by: owner, at: assignedAt } : null;
  if (taken !== null && (vote === undefined || vote.at < taken.at))
    return `${name(taken.by)} took this ${ago(taken.at, now)}`;
  if (vote !== undefined)
    return `${name(vote.person)} ${decided[vote.decision] ?? 'decided it'} ${ago(vote.at, now)}`;
  return open ? null : `Closed: ${state.title}`;
}

const ago = (at: number, now: number): string => (now - at < 60_000 ? 'just now' : `${span(now - at)} ago`);

/** Why a deed was refused, from the case as it is now; null when the refusal says it best itself. */
export function refusedFor(
  answer: Moved & Pick<CaseAnswer, 'number'>,
  deed: string,
  { me, now }: { readonly me: string; readonly now: number },
): string | null {
  const { open, owner, people, gates, state } = answer;
  if (!open) return `it is closed already (${state.title})`;
  if ((deed === 'claim' || deed === 'accept') && owner !== null && owner !== me)
    return `${people[owner] ?? 'Somebody who left'} has it`;
  if (deed === 'claim' && owner === me) return 'you have it already';
  const decides = deed === 'approve' || deed === 'reject';
  if (!decides || gates.some(({ status, mine }) => status === 'open' && mine.may)) return null;
  const became = becameOf(answer, { me, now });
  const [why] = gates.flatMap(({ status, mine }) =>
    status === 'open' && mine.whyNot ? [mine.whyNot.message] : [],
  );
  return gates.some(({ status }) => status === 'open') ? (why ?? became) : became;
}
