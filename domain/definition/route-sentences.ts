import type { Chain } from '../routing/chain-schema.ts';
import type { Way } from '../routing/rule-schema.ts';
import type { Screen } from '../routing/screen-schema.ts';
import type { Suppression } from '../routing/suppression-schema.ts';
import { targetInWords } from '../routing/target-key.ts';
import type { Target } from '../routing/target-schema.ts';
import type { Definition } from './definition-schema.ts';
import { joined, type Speaker, spanInWords } from './speaker.ts';

/** How a chain routes: its stages in order, every item with its condition, its consequence, its reason and its owner. */
export function chainSentences(say: Speaker, chain: Chain, definition: Definition): string[] {
  const states = definition.workflow.states.filter((state) => state.chain === chain.id);
  const entered = joined(
    states.map(({ id }) => say.state(id)),
    'or',
  );
  const active = chain.rules.filter(({ enabled }) => enabled !== false);
  const rules = active.map((rule, index) => {
    const when = rule.when === undefined ? 'always' : `if ${say.condition(rule.when)}`;
    const goes = wayInWords(say, rule, 'the next rule is tried');
    return `${index + 1}. ${say.text(rule.name)}: ${when}, it goes ${goes}. ${why(say, rule)}`;
  });
  const last = wayInWords(say, chain.default, 'it waits in the unassigned queue with the reason');
  return [
    ...(states.length === 0 ? [] : [`A case that enters ${entered} is routed as follows.`]),
    ...matchSentences(say, chain),
    ...(chain.screen ?? []).map((screen) => screenSentence(say, screen)),
    ...(chain.suppress ?? []).map((item) => suppressionSentence(say, item)),
    ...rules,
    `${rules.length === 0 ? 'It' : 'Otherwise it'} goes ${last}; ${definition.owner.role} answers for that.`,
  ];
}

function why(say: Speaker, item: Pick<Screen, 'reason' | 'owner'>): string {
  return `Why: ${say.text(item.reason)} The role ${item.owner.role} answers for this.`;
}

function matchSentences(say: Speaker, { match }: Chain): string[] {
  const found: string[] = [];
  const by = match?.account?.by.map((way) => {
    if ('field' in way) return say.field(way.field);
    if ('domain' in way) return `the domain of ${say.field(way.domain)}`;
    return `a name like ${say.field(way.name)}`;
  });
  if (by !== undefined) found.push(`The account is found by ${joined(by, 'or')}.`);
  const places = Object.values(match?.territory ?? {}).map((id) => say.field(id));
  if (places.length > 0) found.push(`The territory is found by ${joined(places, 'and')}.`);
  return found;
}

function screenSentence(say: Speaker, screen: Screen): string {
  const low = screen.then.lowUrgency === true ? ', with low urgency' : '';
  const goes =
    'continue' in screen.then
      ? 'it goes on'
      : `it goes to the queue ${say.queue('queue' in screen.then ? screen.then.queue : screen.then.review)}`;
  const when =
    screen.kind === 'condition'
      ? say.condition(screen.when)
      : `a case of the last ${screen.withinDays} days has the same ${joined(
          screen.fields.map((id) => say.field(id)),
          'and',
        )}`;
  return `${say.text(screen.name)}: if ${when}, ${goes}${low}. ${why(say, screen)}`;
}

const actions: Readonly<Record<Suppression['action'], string>> = {
  do_not_route: 'it is not routed',
  hold: 'it is held',
  do_not_notify: 'nobody is notified',
};

function suppressionSentence(say: Speaker, item: Suppression): string {
  const { until } = item;
  let lasting = '';
  if (until !== undefined && 'days' in until) lasting = ` for ${until.days} days`;
  else if (until !== undefined && 'date' in until) lasting = ` until ${until.date}`;
  else if (until !== undefined) lasting = ` as long as ${say.condition(until.when)}`;
  const ends =
    item.expiresOn === undefined ? `reviewed by ${item.reviewOn}` : `in force until ${item.expiresOn}`;
  const when = say.condition(item.when);
  return `${say.text(item.name)}: if ${when}, ${actions[item.action]}${lasting} (${ends}). ${why(say, item)}`;
}

function wayInWords(say: Speaker, way: Way, otherwise: string): string {
  const skills = (way.skills ?? []).map(({ skill, level }) => `${skill} ${level}`);
  const needs = skills.length === 0 ? '' : ` with the skill ${joined(skills, 'and')}`;
  const answer =
    way.acknowledgeWithin === undefined
      ? ''
      : `, to be accepted within ${spanInWords(way.acknowledgeWithin.duration)}`;
  if ('queue' in way.to) return `to ${targetSaid(say, way.to)}`;
  return `to ${targetSaid(say, way.to)}${needs}${answer}; if nobody is there, ${fallback(say, way, otherwise)}`;
}

function fallback(say: Speaker, way: Way, otherwise: string): string {
  if (way.onNobody === 'backup' && way.backup !== undefined)
    return `it goes to ${targetSaid(say, way.backup)}`;
  if (way.onNobody === 'wait') return 'it waits for somebody';
  if (way.onNobody === 'unassigned') return 'it waits in the unassigned queue with the reason';
  return otherwise;
}

function targetSaid(say: Speaker, target: Target): string {
  if ('queue' in target) return `the queue ${say.queue(target.queue)}`;
  if ('field' in target) return `the person in ${say.field(target.field)}`;
  if ('role' in target) return `somebody with the role ${target.role}`;
  if ('pool' in target) return `the pool ${target.pool}`;
  return 'team' in target ? `the team ${target.team}` : targetInWords(target);
}
