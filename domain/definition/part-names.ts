import { type Text, textIn } from '../form/text-schema.ts';
import type { Json } from '../hash/canonical-json.ts';
import { isItemList, isJsonObject } from './operation.ts';

/** The lists of a definition and what one of their items is called. */
const nouns = new Map(
  Object.entries({
    lists: 'option list',
    sections: 'section',
    fields: 'field',
    columns: 'column',
    options: 'option',
    states: 'state',
    transitions: 'transition',
    queues: 'queue',
    chains: 'chain',
    screen: 'screen',
    suppress: 'suppression',
    rules: 'rule',
    gates: 'gate',
    steps: 'step',
    clocks: 'clock',
    thresholds: 'threshold',
    scores: 'score',
    provided: 'provided fact',
    integrations: 'integration',
    tests: 'test',
  }),
);

/** Settings whose key is not the word people use. */
const settings = new Map(
  Object.entries({
    when: 'condition',
    to: 'target',
    onNobody: 'step when there is nobody',
    who: 'list of those who may',
    see: 'list of those who see it',
    edit: 'list of those who change it',
    maxLength: 'greatest length',
    dueWithinDays: 'days to the due date',
    table: 'priority table',
    lowUrgency: 'low urgency',
    acknowledgeWithin: 'time to accept',
    withinDays: 'days looked back',
    reviewOn: 'review date',
    expiresOn: 'last day',
    submit: 'list of those who may submit',
    from: 'states it leaves from',
    targets: 'time',
    next: 'next step',
    pauseIn: 'list of states that pause it',
    onRejected: 'step after a rejection',
    onApproved: 'step after approval',
    onReturned: 'step after a return',
    onDeadline: 'step at the deadline',
  }),
);

/** What a setting is called. */
export function settingName(key: string): string {
  return (
    settings.get(key) ??
    key.replaceAll(/(?<=[a-z])[A-Z_]/g, (cut) => ` ${cut.replace('_', '').toLowerCase()}`)
  );
}

/** What it means that a setting is on, and that it is not. */
const switches = new Map(
  Object.entries({
    required: ['it is required', 'it is not required any more'],
    enabled: ['it is switched on', 'it is switched off'],
    auto: ['it is taken at once', 'it waits for somebody to take it'],
    beforeGates: ['it may be taken before the approvals are settled', 'it waits for the approvals'],
    sensitive: ['it is sensitive', 'it is not sensitive any more'],
    searchable: ['it is found by search', 'it is not found by search any more'],
    material: ['a change of it is asked again', 'it may change without asking again'],
    pauseWhileAsking: ['it stands still while a question is open', 'it runs on while a question is open'],
  }),
);

/** What a switch was set to, in words; undefined for what is no switch. A switch left out is as it is without being named. */
export function switchInWords(key: string, was: Json | undefined, is: Json | undefined): string | undefined {
  const words = switches.get(key);
  const isSwitch = (value: Json | undefined): boolean => value === undefined || typeof value === 'boolean';
  if (words === undefined || !isSwitch(was) || !isSwitch(is)) return undefined;
  const unsaid = key === 'enabled' || key === 'material';
  return words[(is ?? unsaid) === true ? 0 : 1];
}

/** A thing by its noun and its title: `rule “EMEA software”`. */
export function itemName(list: string, id: string, item: Json | undefined, language: string): string {
  return `${nouns.get(list) ?? `item of ${settingName(list)}`} “${titleOf(item, language) ?? id}”`;
}

/** The title, name or label of something; undefined when it has none. */
export function titleOf(item: Json | undefined, language: string): string | undefined {
  if (!isJsonObject(item)) return undefined;
  for (const key of ['title', 'name', 'label']) {
    const text = Object.hasOwn(item, key) ? item[key] : undefined;
    if (typeof text === 'string' && text !== '') return text;
    if (isText(text)) return textIn(text, language);
  }
  return undefined;
}

function isText(value: Json | undefined): value is Text & Json {
  if (!isJsonObject(value)) return false;
  const words = Object.values(value);
  return words.length > 0 && words.every((word) => typeof word === 'string');
}

/** What stands at one step of a path; undefined when there is nothing. */
export function partAt(value: Json | undefined, key: string): Json | undefined {
  if (isJsonObject(value)) return Object.hasOwn(value, key) ? value[key] : undefined;
  return isItemList(value) ? value.find(({ id }) => id === key) : undefined;
}
