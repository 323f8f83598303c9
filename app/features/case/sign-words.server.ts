import { signNext } from '../../lib/sign-next.ts';
import type { CaseAnswer } from './case-answers.ts';

type Asked = Pick<CaseAnswer, 'gates' | 'people'>;
type Seat = NonNullable<CaseAnswer['gates'][number]['step']>['maySign'][number];

/** Why a signature is asked of somebody: the approval, its reason, by what right they sign, and who else may; null when none is. */
export function signWords(answer: Asked, me: string): { title: string; lines: string[] } | null {
  const gate = signNext(answer);
  const step = gate?.step;
  if (gate === undefined || step === undefined || step === null) return null;
  const mine = step.maySign.find(({ person }) => person === me);
  const others = step.maySign
    .filter(({ person }) => person !== me)
    .map(({ person }) => answer.people[person] ?? 'somebody who left');
  return {
    title: `You are asked to sign “${gate.title}”`,
    lines: [
      ...(gate.why === null ? [] : [`${gate.why}.`.replace(/\.\.$/, '.')]),
      ...(mine === undefined ? [] : [`You may sign ${rightOf(mine, answer.people)}.`]),
      others.length === 0
        ? 'Nobody else may sign it.'
        : `${listed(others)} may sign it too; ${step.needed === 1 ? 'one signature is enough' : `${step.needed} are needed`}.`,
    ],
  };
}

/** By what right somebody sits on a seat. */
function rightOf({ via, as, for: seat }: Seat, people: CaseAnswer['people']): string {
  const held = viaWords(via);
  const whose = seat === undefined ? 'somebody' : (people[seat] ?? 'somebody who left');
  switch (as) {
    case 'delegate':
      return `for ${whose}, who is away and chose you (${held})`;
    case 'backup':
      return `as a backup: ${held}`;
    case 'escalation':
      return `because nobody else signed in time: ${held}`;
    default:
      return held;
  }
}

function viaWords(via: string): string {
  const [kind = '', id = ''] = via.split(':', 2);
  const name = id.replaceAll('-', ' ');
  if (kind === 'role') return `as ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
  if (kind === 'team') return `as a member of the team ${name}`;
  if (kind === 'accountOwner') return 'as the owner of the account';
  if (kind === 'manager') return 'as the manager of whoever asked';
  return 'because the request names you';
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
