import type { Chain } from '../routing/chain-schema.ts';
import type { Rule, Way } from '../routing/rule-schema.ts';
import type { Screen } from '../routing/screen-schema.ts';
import type { Suppression } from '../routing/suppression-schema.ts';
import type { Definition } from './definition-schema.ts';
import { type OverviewItem, told } from './overview-item.ts';
import { countOf, dayInWords, joined, type Speaker, sentence } from './speaker.ts';
import { nobodyInSentence, wayInSentence } from './target-in-sentence.ts';

/** When a chain routes. */
export function chainSays(say: Speaker, chain: Chain, { workflow }: Definition): string[] {
  const entered = workflow.states.filter((state) => state.chain === chain.id).map(({ id }) => say.state(id));
  return entered.length === 0 ? [] : [`A case that enters ${joined(entered, 'or')} is routed as follows.`];
}

/** How a chain routes: its stages in order, every item with its condition, its consequence, its reason and its owner. */
export function stageItems(say: Speaker, chain: Chain, definition: Definition): OverviewItem[] {
  const stages = [
    told('match', 'Match', matchSentences(say, chain)),
    told('screen', 'Screen', [], { items: (chain.screen ?? []).map((item) => screenItem(say, item)) }),
    told('suppress', 'Suppress', [], {
      items: (chain.suppress ?? []).map((item) => suppressionItem(say, item)),
    }),
    told('rules', 'Rules', ruleSays(chain), { items: ruleItems(say, chain.rules) }),
    told('pick', 'Pick', pickSentences(say, chain)),
    otherwise(say, chain, definition),
  ];
  return stages.filter(({ says, items }) => says.length > 0 || items.length > 0);
}

function ruleSays({ rules }: Chain): string[] {
  return rules.length < 2 ? [] : ['Tried in this order; the first that is true and finds somebody decides.'];
}

function ruleItems(say: Speaker, rules: readonly Rule[]): OverviewItem[] {
  let number = 0;
  return rules.map((rule) => {
    const when = rule.when === undefined ? 'Always' : `If ${say.condition(rule.when)}`;
    const off = rule.enabled === false;
    if (!off) number += 1;
    return told(
      rule.id,
      say.text(rule.name),
      [
        ...(off ? ['Switched off.'] : []),
        `${when}, it goes ${wayInSentence(say, rule)}.`,
        ...waySays(say, rule, 'the next rule is tried'),
      ],
      { notes: why(say, rule), ...(off ? { off } : { number }) },
    );
  });
}

function waySays(say: Speaker, way: Way, otherwise: string): string[] {
  const nobody = nobodyInSentence(say, way, otherwise);
  const left = (way.exclude ?? []).map((one) => exclusions[one]);
  return [
    ...(left.length === 0
      ? []
      : [sentence(`${joined(left, 'and')} ${left.length === 1 ? 'is' : 'are'} left out`)]),
    ...(nobody === undefined ? [] : [`If nobody is there, ${nobody}.`]),
    ...(way.next === undefined ? [] : [`Whoever gets it reads: ${say.text(way.next)}`]),
  ];
}

const exclusions = {
  requester_manager: 'the requester’s manager',
  previous_owners: 'whoever had it before',
} as const;

function why(say: Speaker, item: Pick<Screen, 'reason' | 'owner'>): string[] {
  return [sentence(say.text(item.reason)), sentence(`${say.role(item.owner.role)} answers for this`)];
}

function otherwise(say: Speaker, chain: Chain, definition: Definition): OverviewItem {
  const subject = chain.rules.length === 0 ? 'It' : 'When no rule decided, it';
  return told('default', 'Otherwise', [
    `${subject} goes ${wayInSentence(say, chain.default)}.`,
    ...waySays(say, chain.default, 'it waits in the unassigned queue with the reason'),
    sentence(`${say.role(definition.owner.role)} answers for that`),
  ]);
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

const strategies: Readonly<Record<string, string>> = {
  round_robin: 'whoever is next in turn',
  weighted: 'whoever is furthest below their share',
  least_loaded: 'whoever has least',
  skills: 'whoever has the closest skills',
  ordered: 'the first in its order who is free',
};

/** Who is picked within a pool, where it is known how each pool picks. */
function pickSentences(say: Speaker, { rules, default: last }: Chain): string[] {
  const ways = [...rules, last].flatMap(({ to, backup }) => (backup === undefined ? [to] : [to, backup]));
  const pools = [...new Set(ways.flatMap((to) => ('pool' in to ? [to.pool] : [])))];
  const known = pools.flatMap((id) => {
    const pool = say.others.pools?.[id];
    const words = pool === undefined ? undefined : strategies[pool.strategy];
    return words === undefined ? [] : [`${say.pool(id)} picks ${words}.`];
  });
  if (pools.length === 0) return [];
  return ['In a pool, whoever is away, full or off work is passed over.', ...known];
}

function screenItem(say: Speaker, screen: Screen): OverviewItem {
  const low = screen.then.lowUrgency === true ? ', with low urgency' : '';
  const goes =
    'continue' in screen.then
      ? 'it goes on'
      : `it goes to the queue ${say.queue('queue' in screen.then ? screen.then.queue : screen.then.review)}`;
  const says = [`If ${screened(say, screen)}, ${goes}${low}.`];
  return told(screen.id, say.text(screen.name), says, { notes: why(say, screen) });
}

function screened(say: Speaker, screen: Screen): string {
  if (screen.kind === 'condition') return say.condition(screen.when);
  const same = joined(
    screen.fields.map((id) => say.field(id)),
    'and',
  );
  const per = screen.per === undefined ? '' : ` of the same ${screen.per}`;
  return `a case${per} of the last ${countOf(screen.withinDays, 'day')} has the same ${same}`;
}

const actions: Readonly<Record<Suppression['action'], string>> = {
  do_not_route: 'it is not routed',
  hold: 'it is held',
  do_not_notify: 'nobody is notified',
};

function suppressionItem(say: Speaker, item: Suppression): OverviewItem {
  const { until, expiresOn, reviewOn } = item;
  let lasting = '';
  if (until !== undefined && 'days' in until) lasting = ` for ${countOf(until.days, 'day')}`;
  else if (until !== undefined && 'date' in until) lasting = ` until ${dayInWords(until.date)}`;
  else if (until !== undefined) lasting = ` as long as ${say.condition(until.when)}`;
  const ends =
    expiresOn === undefined
      ? `It stands until somebody ends it; it is reviewed by ${dayInWords(reviewOn ?? '')}.`
      : `It works until ${dayInWords(expiresOn)}.`;
  const says = [`If ${say.condition(item.when)}, ${actions[item.action]}${lasting}.`, ends];
  return told(item.id, say.text(item.name), says, { notes: why(say, item) });
}
