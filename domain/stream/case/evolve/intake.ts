import type { AgentProposal, AttachmentRef, CaseState, Category } from '../case-state.ts';
import { type Folds, humanText, humanValues, numberOf, textOf } from './fold.ts';

/** Folds of what is asked for: submission, edits, attachments, change of type. */
export const intakeFolds: Folds = {
  submitted: (state, event) => ({
    ...state,
    number: textOf(event, 'number') ?? '',
    type: textOf(event, 'type') ?? '',
    version: numberOf(event, 'version'),
    definition: textOf(event, 'definition') ?? '',
    title: humanText(event, 'title'),
    basisSalt: humanText(event, 'basisSalt'),
    requester: textOf(event, 'requester') ?? '',
    requesterKind: textOf(event, 'requesterKind') === 'service' ? 'service' : 'person',
    behalf: textOf(event, 'behalf'),
    source: textOf(event, 'source') ?? '',
    proposal: (event.human['proposal'] ?? null) as AgentProposal | null,
    scores: (event.data['scores'] ?? {}) as CaseState['scores'],
    duplicateKeys: (event.data['duplicateKeys'] ?? []) as string[],
    values: humanValues(event),
    searchable: (event.human['searchable'] ?? []) as string[],
    lastEditor: textOf(event, 'editor'),
    priority: numberOf(event, 'priority'),
    open: true,
    submittedAt: event.at,
    updatedAt: event.at,
  }),

  edited: (state, event) => {
    const values = { ...state.values, ...humanValues(event) };
    for (const name of (event.data['removed'] ?? []) as string[]) delete values[name];
    const title = event.human['title'];
    return {
      ...state,
      values,
      title: typeof title === 'string' ? title : state.title,
      searchable: (event.human['searchable'] ?? state.searchable) as string[],
      lastEditor: event.data['material'] === true ? event.actor.id : state.lastEditor,
    };
  },

  attached: (state, event) => {
    const attachment: AttachmentRef = {
      id: textOf(event, 'id') ?? '',
      digest: textOf(event, 'digest') ?? '',
      size: numberOf(event, 'size'),
      name: humanText(event, 'name'),
      by: event.actor.id,
      at: event.at,
      field: textOf(event, 'field'),
    };
    return { ...state, attachments: [...state.attachments, attachment] };
  },

  'type-changed': (state, event) => ({
    ...state,
    type: textOf(event, 'type') ?? state.type,
    version: numberOf(event, 'version'),
    definition: textOf(event, 'definition') ?? state.definition,
    title: humanText(event, 'title') || state.title,
    values: humanValues(event),
    searchable: (event.human['searchable'] ?? []) as string[],
    duplicateKeys: (event.data['duplicateKeys'] ?? []) as string[],
    gates: [],
    clocks: [],
    lastEditor: event.actor.id,
  }),

  'state-entered': (state, event) => {
    const category = (textOf(event, 'category') ?? 'new') as Category;
    const open = category !== 'done';
    return {
      ...state,
      state: textOf(event, 'state') ?? '',
      category,
      outcome: textOf(event, 'outcome'),
      accountable: textOf(event, 'accountable') ?? state.accountable,
      backup: textOf(event, 'backup') ?? state.backup,
      next: textOf(event, 'next'),
      nextIn: state.state === '' ? {} : { ...state.nextIn, [state.state]: state.next },
      declinedBy: [],
      stateSince: event.at,
      open,
      closedAt: open ? null : event.at,
      hold: open ? state.hold : null,
    };
  },
};
