import { textIn } from '../form/text-schema.ts';
import { clockSentences, prioritySentences } from './clock-sentences.ts';
import type { CompiledDefinition } from './compile-definition.ts';
import { formSentences } from './form-sentences.ts';
import { gateSentences } from './gate-sentences.ts';
import { chainSentences } from './route-sentences.ts';
import { joined, speaker } from './speaker.ts';
import { workflowSentences } from './workflow-sentences.ts';

/** One part of the readable page of a definition. */
export interface OverviewSection {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** Everything a definition says, on one page of plain sentences, in the order in which a case meets it. */
export function overviewOf(compiled: CompiledDefinition): readonly OverviewSection[] {
  const { document } = compiled;
  const say = speaker(compiled);
  const sections: OverviewSection[] = [
    { title: say.text(document.title), sentences: aboutSentences(compiled) },
    { title: 'What is asked', sentences: formSentences(say, document.form) },
    { title: 'The way of a case', sentences: workflowSentences(say, document) },
    ...document.chains.map((chain) => ({
      title: `Routing: ${say.text(chain.title)}`,
      sentences: chainSentences(say, chain, document),
    })),
    { title: 'Approvals', sentences: gateSentences(say, document.gates ?? []) },
    { title: 'Clocks', sentences: clockSentences(say, document) },
    { title: 'Priority', sentences: prioritySentences(document.priority) },
  ];
  return sections.filter(({ sentences }) => sentences.length > 0);
}

function aboutSentences({ document }: CompiledDefinition): string[] {
  const { summary, owner, backup, who, prefix, form } = document;
  const submitters =
    who === undefined
      ? 'Everybody may submit it'
      : `Those with the role ${joined(who.submit, 'or')} may submit it`;
  return [
    ...(summary === undefined ? [] : [textIn(summary, form.language)]),
    `${submitters}; its cases are numbered ${prefix}-….`,
    `The role ${owner.role} answers for it, and ${backup.role} stands in.`,
  ];
}
