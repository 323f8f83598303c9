import type { Form } from '../../../domain/form/form-schema.ts';
import type { WhyNot } from '../../../domain/routing/why-not.ts';
import type { NamesInCase } from '../../../server/use-cases/case/names-in-case.ts';
import { idInWords } from '../../lib/routing-reason.server.ts';
import { removalWords } from './candidate-words.server.ts';
import { factWords } from './fact-words.server.ts';
import { comparing } from './trace-words.server.ts';

interface Wording {
  readonly names: NamesInCase;
  readonly form: Form;
}

type Change = WhyNot['smallestChange'];
type Standing = Extract<Change, { kind: 'rank' }>['standing'];

/** Why a case did not go to somebody (null is whoever reads), and what would have changed that, in sentences. */
export function whyNotWords(answer: WhyNot, name: string | null, wording: Wording): string[] {
  const change = changeWords(answer.smallestChange, name, wording);
  return [reasonWords(answer, name, wording), ...(change === null ? [] : [change])];
}

function reasonWords(
  { reason, at, smallestChange }: WhyNot,
  name: string | null,
  { names }: Wording,
): string {
  const who = name ?? 'You';
  const [are, were] = name === null ? ['are', 'were'] : ['is', 'was'];
  const item = Object.entries(names.items).find(([key]) => key.endsWith(`/${at}`))?.[1];
  const rule = at === 'default' ? 'the way for everything else' : `“${item ?? at}”`;
  switch (reason) {
    case 'picked':
      return `${who} ${were} picked, by ${rule}.`;
    case 'outranked':
      return `${who} could have taken it; somebody else was next.`;
    case 'open_to_the_team':
      return 'Nobody was picked: it is open to the whole team.';
    case 'stopped_before_rules':
      return `It was stopped by ${rule} before any rule was tried.`;
    case 'rule_not_true':
      return `The rule that leads to ${name ?? 'you'}, ${rule}, was not true.`;
    case 'rule_not_reached':
      return `The rule that leads to ${name ?? 'you'}, ${rule}, was not reached: one before it decided.`;
    case 'not_a_member':
      return `${who} ${are} not among those it was sent to.`;
    default: {
      const values = smallestChange.kind === 'removal' ? smallestChange.values : {};
      return `${who} ${were} left out: ${removalWords(reason, values)}.`;
    }
  }
}

function changeWords(change: Change, name: string | null, wording: Wording): string | null {
  switch (change.kind) {
    case 'none':
      return null;
    case 'removal':
      return change.and === undefined ? null : `Even without that: ${standingWords(change.and, name)}`;
    case 'rank':
      return standingWords(change.standing, name);
    case 'member':
      return `It would have been otherwise for ${memberWords(change.of, wording)}.`;
    case 'rule_true':
    case 'rule_false': {
      if (change.facts.length === 0) return null;
      const words = factWords(wording);
      const facts = change.facts.map(({ fact, op, with: limits, must }) => {
        const limit = limits.map((value) => words.value(fact, value)).join(', ');
        const verb = comparing[op] ?? op.replaceAll('_', ' ');
        return `“${words.label(fact)} ${verb}${limit === '' ? '' : ` ${limit}`}” ${must ? 'were true' : 'were not true'}`;
      });
      return `It would have been otherwise if ${facts.join(' and ')}.`;
    }
  }
}

const somebody: Readonly<Record<string, string>> = {
  manager: 'the requester’s manager',
  accountOwner: 'the account’s owner',
  territoryOwner: 'the territory’s owner',
};

/** Who it was sent to, as a target names them: `pool:x`, `team:x`, `field:x` and the like, or an id alone. */
function memberWords(of: string, wording: Wording): string {
  const named = somebody[of];
  if (named !== undefined) return named;
  const [kind = '', id = kind] = of.includes(':') ? of.split(':', 2) : ['', of];
  const { pools, teams } = wording.names;
  if (kind === 'field') return `whoever is named under “${factWords(wording).label(id)}”`;
  if (kind === 'role') return `somebody with the role ${idInWords(id)}`;
  return `a member of ${pools[id] ?? teams[id] ?? idInWords(id)}`;
}

function standingWords(standing: Standing, name: string | null): string {
  const whose = name === null ? 'you' : name;
  switch (standing.reason) {
    case 'less_credit':
      return `Whoever was picked was owed ${standing.items.toFixed(2)} of a case more than ${whose}.`;
    case 'more_load':
      return `With ${standing.fewer === 1 ? 'one case' : `${standing.fewer} cases`} fewer it would have gone to ${whose}.`;
    case 'less_skill':
      return 'Somebody met the needs more closely.';
    case 'lost_tie':
      return 'It was a tie, and the draw went to somebody else.';
    case 'later_in_order':
      return 'Somebody stands earlier in the order of the pool.';
    case 'made_up_to_another':
      return 'Somebody had a case to be made up for.';
  }
}
