import { withPlaces } from './case-title.ts';
import { clockItems, prioritySentences } from './clock-sentences.ts';
import type { CompiledDefinition } from './compile-definition.ts';
import type { Definition, Integration } from './definition-schema.ts';
import { formItems } from './form-sentences.ts';
import { gateItems } from './gate-sentences.ts';
import type { NamesOfOthers } from './names-of-others.ts';
import type { OverviewSection } from './overview-item.ts';
import { chainSays, stageItems } from './route-sentences.ts';
import { capital, joined, type Speaker, sentence, speaker } from './speaker.ts';
import { testItems } from './test-sentences.ts';
import { stateItems, workflowSays } from './workflow-sentences.ts';

/** Everything a definition says, on one page of plain sentences, in the order in which a case meets it; `others` are names of what it points at. */
export function overviewOf(
  compiled: Pick<CompiledDefinition, 'document' | 'catalogue'>,
  others?: NamesOfOthers,
): readonly OverviewSection[] {
  const { document } = compiled;
  const say = speaker(compiled, others);
  const sections: OverviewSection[] = [
    { id: 'about', title: say.text(document.title), says: aboutSentences(say, document), items: [] },
    { id: 'form', title: 'What is asked', says: [], items: formItems(say, document.form) },
    {
      id: 'states',
      title: 'The way of a case',
      says: workflowSays(say, document),
      items: stateItems(say, document),
    },
    ...document.chains.map((chain) => ({
      id: `chain-${chain.id}`,
      title: `Routing: ${say.text(chain.title)}`,
      says: chainSays(say, chain, document),
      items: stageItems(say, chain, document),
    })),
    {
      id: 'approvals',
      title: 'Approvals',
      says: document.gates === undefined ? [] : ['Nobody decides on a request of their own.'],
      items: gateItems(say, document.gates ?? []),
    },
    { id: 'clocks', title: 'Clocks', says: [], items: clockItems(say, document.clocks ?? []) },
    { id: 'priority', title: 'Priority', says: prioritySentences(say, document.priority), items: [] },
    { id: 'systems', title: 'Other systems', says: systemSentences(say, document), items: [] },
    { id: 'tests', title: 'Tests', says: [], items: testItems(say, document) },
  ];
  return sections.filter(({ says, items }) => says.length > 0 || items.length > 0);
}

function aboutSentences(say: Speaker, document: Definition): string[] {
  const { summary, owner, backup, who, prefix } = document;
  const roles = who?.submit.includes('everyone') === true ? undefined : who?.submit;
  const submitters =
    roles === undefined
      ? 'everybody'
      : joined(
          roles.map((role) => say.roles(role)),
          'and',
        );
  return [
    ...(summary === undefined ? [] : [sentence(say.text(summary))]),
    `${capital(submitters)} may submit it; its cases are numbered ${prefix}-….`,
    ...titleSentences(say, document),
    sentence(`${say.role(owner.role)} answers for it, and ${say.role(backup.role)} stands in`),
  ];
}

/** What a case is called, with the labels of the fields where their answers stand. */
function titleSentences(say: Speaker, { caseTitle = [], form }: Definition): string[] {
  const labelOf = (key: string) => form.fields.find(({ id }) => id === key)?.label ?? key;
  const called = caseTitle.map((text) => withPlaces(say.text(text), (key) => `‹${say.text(labelOf(key))}›`));
  const [only] = called;
  if (only === undefined) return [];
  if (called.length === 1) return [`A case is called “${only}”.`];
  const all = called.map((one) => `“${one}”`);
  return [`A case is called by the first of these whose answers are all given: ${joined(all, 'or')}.`];
}

const moments: Readonly<Record<Integration['on'][number], string>> = {
  submitted: 'is submitted',
  routed: 'is routed',
  decided: 'is decided on',
  'state-entered': 'enters a state',
  closed: 'is closed',
  edited: 'is changed',
};

function systemSentences(say: Speaker, { scores, provided, integrations }: Definition): string[] {
  const asked = (provided ?? []).map(
    ({ label, provider }) => `“${say.text(label)}” is asked of ${provider}.`,
  );
  const given = (scores ?? []).map(
    ({ label }) => `“${say.text(label)}” is a score handed in with a request.`,
  );
  const sent = (integrations ?? []).map(({ connection, on, when }) => {
    const moment = joined(
      on.map((one) => moments[one]),
      'or',
    );
    const condition = when === undefined ? '' : `, if ${say.condition(when)}`;
    return `When a case ${moment}${condition}, the connection “${connection}” is told.`;
  });
  return [...given, ...asked, ...sent];
}
