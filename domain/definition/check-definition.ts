import { checkGates } from '../approval/check-gates.ts';
import { blocks, type Problem } from '../error/problem.ts';
import { isBoundedJson, isRecord } from '../form/bounded-json.ts';
import { checkForm } from '../form/check-form.ts';
import { checkWorkflow } from '../workflow/check-workflow.ts';
import { agreementProblems } from './agreement-problems.ts';
import { chainProblems } from './chain-problems.ts';
import { clockProblems } from './clock-problems.ts';
import type { DefinitionRegistry } from './definition-registry.ts';
import { type Definition, definitionSchema } from './definition-schema.ts';
import { type DefinitionUnderCheck, definitionUnderCheck } from './definition-under-check.ts';
import { extensionProblems } from './extension-problems.ts';
import { faceProblems } from './face-problems.ts';
import { noWords, parseProblems } from './parse-problems.ts';
import { testProblems } from './test-problems.ts';
import { textProblems } from './text-problems.ts';

/** What became of checking a document: the definition when it has the form of one, and everything wrong with it. */
export interface CheckedDefinition {
  /** Absent when the document has not the form of a definition. */
  readonly definition?: Definition;
  /** Blocking ones first; a definition without blocking ones may be published. */
  readonly problems: readonly Problem[];
}

/** The deepest nesting a document may have. */
const maxDepth = 120;

/**
 * Everything wrong with a document as a definition, each problem with its place, what is wrong, and how to mend it.
 * Without a registry nobody asks whether roles, teams, pools and calendars exist. Takes anything and never throws.
 */
export function checkDefinition(document: unknown, registry?: DefinitionRegistry): CheckedDefinition {
  if (!isRecord(document) || !isBoundedJson(document, maxDepth)) {
    const message = 'A definition is a JSON object of at most 120 levels.';
    return { problems: [blocks('', message, 'Begin with format: 1 and the slug of the request type.')] };
  }
  const parsed = definitionSchema.safeParse(document, { error: () => noWords });
  if (!parsed.success) return { problems: told(parseProblems(document, parsed.error.issues)) };
  const definition = parsed.data;
  const found = roomProblems(definitionUnderCheck(definition, registry));
  return { definition, problems: told([...textProblems(document), ...found]) };
}

/** Whether a definition with these problems may be published. */
export function mayBePublished(problems: readonly Problem[]): boolean {
  return !problems.some(({ blocking }) => blocking);
}

function roomProblems(under: DefinitionUnderCheck): readonly Problem[] {
  const { definition, catalogue, registry, chains } = under;
  const { form, workflow, gates = [] } = definition;
  return [
    ...faceProblems(under),
    ...checkForm(form, catalogue.values()),
    ...checkWorkflow(workflow, {
      fields: new Set(under.fields.keys()),
      catalogue,
      chains,
      gates,
      ...(registry === undefined ? {} : { roles: new Set(registry.roles.keys()) }),
    }),
    ...checkGates(gates, {
      workflow,
      fields: form.fields,
      catalogue,
      ...(registry === undefined ? {} : { registry }),
    }),
    ...chainProblems(under),
    ...clockProblems(under),
    ...extensionProblems(under),
    ...testProblems(under),
    ...agreementProblems(under),
  ];
}

/** Each problem once, in whole sentences, blocking ones first. */
function told(problems: readonly Problem[]): readonly Problem[] {
  const once = new Map<string, Problem>();
  for (const problem of problems) {
    const message = sentence(problem.message);
    const key = `${problem.pointer}\n${message}`;
    if (!once.has(key)) once.set(key, { ...problem, message, mend: sentence(problem.mend) });
  }
  const all = [...once.values()];
  return [...all.filter(({ blocking }) => blocking), ...all.filter(({ blocking }) => !blocking)];
}

/** A word of the document, such as onRejected, stays as it is written. */
function sentence(text: string): string {
  const begun = /^[a-z]+ /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
