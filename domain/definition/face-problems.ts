import { advises, blocks, type Problem } from '../error/problem.ts';
import type { purposes } from '../form/field-common.ts';
import { optionsOf } from '../form/option.ts';
import { caseTitleProblems } from './case-title.ts';
import type { DefinitionUnderCheck } from './definition-under-check.ts';
import { lookUp } from './look-up.ts';

/** What is wrong around the parts: who answers for the type, who may submit, where it begins, and what its priority table names. */
export function faceProblems(under: DefinitionUnderCheck): readonly Problem[] {
  return [
    ...ownerProblems(under),
    ...caseTitleProblems(under.definition),
    ...beginningProblems(under),
    ...editProblems(under),
    ...priorityProblems(under),
  ];
}

function ownerProblems({ definition, registry }: DefinitionUnderCheck): Problem[] {
  const { owner, backup, who } = definition;
  const roles = registry?.roles;
  const found = [
    ...lookUp('/owner/role', 'role', owner.role, roles),
    ...lookUp('/backup/role', 'role', backup.role, roles),
    ...(who?.submit ?? []).flatMap((role, index) => lookUp(`/who/submit/${index}`, 'role', role, roles)),
  ];
  if (owner.role === backup.role)
    found.push(advises('/backup', 'owner and backup are the same role', 'name another role as backup'));
  return found;
}

function beginningProblems({ definition }: DefinitionUnderCheck): Problem[] {
  const { initial, states } = definition.workflow;
  const index = states.findIndex(({ id }) => id === initial);
  const state = states[index];
  if (state === undefined || state.category === 'done' || state.chain !== undefined) return [];
  return [
    blocks(
      `/workflow/states/${index}`,
      `a submitted case would go to nobody: “${initial}” has no chain`,
      'name the chain that routes it',
    ),
  ];
}

const relations: ReadonlySet<string> = new Set(['requester', 'handler', 'approver']);

/** Fields say in which states, and by and to whom, they are changed and shown. */
function editProblems({ definition, states, registry }: DefinitionUnderCheck): Problem[] {
  const roleAt = (pointer: string, role: string): Problem[] =>
    relations.has(role) ? [] : lookUp(pointer, 'role', role, registry?.roles);
  return definition.form.fields.flatMap((field, index) => {
    const at = `/form/fields/${index}`;
    const see = 'see' in field ? (field.see ?? []) : [];
    const edit = 'edit' in field ? (field.edit ?? []) : [];
    return [
      ...see.flatMap((role, i) => roleAt(`${at}/see/${i}`, role)),
      ...edit.flatMap((entry, i) => [
        ...entry.states.flatMap((id, j) => lookUp(`${at}/edit/${i}/states/${j}`, 'state', id, states)),
        ...entry.roles.flatMap((role, j) => roleAt(`${at}/edit/${i}/roles/${j}`, role)),
      ]),
    ];
  });
}

/** A row of the priority table can only match what the fields with its purposes can hold. */
function priorityProblems(under: DefinitionUnderCheck): Problem[] {
  const { table } = under.definition.priority;
  return table.flatMap((row, index) => {
    const at = `/priority/table/${index}`;
    return [
      ...(['urgency', 'impact'] as const).flatMap((driver) =>
        optionProblems(`${at}/${driver}`, driver, row[driver], under),
      ),
      ...(row.dueWithinDays !== undefined && fieldFor('due_date', under) === undefined
        ? [noDriver(`${at}/dueWithinDays`, 'due_date')]
        : []),
    ];
  });
}

type Purpose = (typeof purposes)[number];

function fieldFor(purpose: Purpose, { definition }: DefinitionUnderCheck) {
  return definition.form.fields.find((field) => 'purpose' in field && field.purpose === purpose);
}

function noDriver(pointer: string, purpose: Purpose): Problem {
  return blocks(
    pointer,
    `no field has the purpose ${purpose}`,
    `set purpose: ${purpose} on a field, or take this out of the row`,
  );
}

function optionProblems(
  at: string,
  driver: 'urgency' | 'impact',
  named: readonly string[] | undefined,
  under: DefinitionUnderCheck,
): Problem[] {
  if (named === undefined) return [];
  const field = fieldFor(driver, under);
  if (field === undefined) return [noDriver(at, driver)];
  if (field.kind !== 'choice') return [];
  const known = new Set(optionsOf(field, under.definition.form).map(({ id }) => id));
  return named.flatMap((id, index) =>
    known.has(id)
      ? []
      : [
          blocks(
            `${at}/${index}`,
            `“${id}” is no option of “${field.id}”`,
            `name one of ${[...known].join(', ')}`,
          ),
        ],
  );
}
