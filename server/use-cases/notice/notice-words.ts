import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { NoticeReason } from '../../../domain/stream/case/notices.ts';

/** What somebody is told in one line, and what they are to do next. */
export interface NoticeWords {
  readonly subject: string;
  readonly next: string;
}

const words: Readonly<Record<NoticeReason, (name: string) => NoticeWords>> = {
  assigned: (name) => ({
    subject: `${name} is yours`,
    next: 'Look at it and accept it, or decline it with a reason.',
  }),
  approve: (name) => ({
    subject: `${name} waits for your decision`,
    next: 'Read the request, then approve or reject it.',
  }),
  asked: (name) => ({ subject: `A question about ${name}`, next: 'Answer it, so that work can go on.' }),
  answered: (name) => ({
    subject: `Your question about ${name} was answered`,
    next: 'Read the answer and go on.',
  }),
  mentioned: (name) => ({ subject: `You were mentioned in ${name}`, next: 'Read the comment.' }),
  decided: (name) => ({ subject: `${name} was decided`, next: 'See the decision and what happens next.' }),
  closed: (name) => ({ subject: `${name} is closed`, next: 'See how it ended.' }),
  escalated: (name) => ({ subject: `${name} was escalated`, next: 'See what is wrong and help it on.' }),
  overdue: (name) => ({ subject: `${name} is overdue`, next: 'See what holds it up.' }),
  'due-soon': (name) => ({ subject: `${name} is due soon`, next: 'See what is left to do.' }),
  remind: (name) => ({
    subject: `${name} still waits for your decision`,
    next: 'Read the request, then approve or reject it.',
  }),
  'handed-over': (name) => ({ subject: `${name} was handed over`, next: 'See who has it now.' }),
  unassigned: (name) => ({ subject: `Nobody could be found for ${name}`, next: 'Read why, then assign it.' }),
  incident: (name) => ({
    subject: `Nobody can sign ${name}`,
    next: 'Name somebody who can, or decide how it goes on.',
  }),
  changed: (name) => ({ subject: `${name} changed`, next: 'See what is different.' }),
  commented: (name) => ({ subject: `A new comment on ${name}`, next: 'Read the comment.' }),
};

/** The words of a notice about a case. */
export function noticeWords(why: NoticeReason, state: Pick<CaseState, 'number' | 'title'>): NoticeWords {
  return words[why](`${state.number} (${state.title})`);
}
