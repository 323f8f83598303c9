import { DomainError } from '../../../error/domain-error.ts';
import type { Decision } from '../../decision.ts';
import { CaseCourse } from '../case-course.ts';
import type { CaseState } from '../case-state.ts';
import type { CaseWorld } from '../case-world.ts';
import { firstResponse, pauseWhileAsking, resumeAfterAnswer } from '../clock-moves.ts';
import { oweNotice, tellWatchers } from '../notices.ts';
import { requireOpen } from '../require-open.ts';
import { requirePlaceToWatch } from './watch.ts';

const longestText = 20_000;

function requireText(text: string, pointer: string): string {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > longestText) {
    const detail = trimmed === '' ? 'Write something.' : `Keep it under ${longestText} characters.`;
    throw new DomainError('VALIDATION_FAILED', 'The text needs another look.', {
      details: [{ pointer, detail }],
    });
  }
  return trimmed;
}

/**
 * Adds a comment for everybody who sees the case (`public`) or for those who work on it (`internal`); who is mentioned watches it from then on.
 * @throws DomainError VALIDATION_FAILED, LIMIT_EXCEEDED when more than 30 would watch.
 */
export function decideComment(
  state: CaseState,
  command: { text: string; visibility: 'public' | 'internal'; mentions: readonly string[] },
  world: CaseWorld,
): Decision {
  const text = requireText(command.text, '/text');
  const known = command.mentions
    .filter((person) => world.directory.person(person)?.active === true)
    .slice(0, 20);
  requirePlaceToWatch(state, known);
  const course = new CaseCourse(state, world.now, world.actor.actor);
  course.happened(
    'commented',
    { id: world.newId(), visibility: command.visibility, mentions: known },
    { text },
  );
  for (const person of known) oweNotice(course, world, { to: person, why: 'mentioned' });
  if (command.visibility === 'public') tellWatchers(course, world, 'commented');
  if (command.visibility === 'public' && state.open && world.actor.actor.id !== state.requester)
    firstResponse(course, world);
  return course.decision();
}

/**
 * Asks somebody (the requester unless named) for information; clocks that pause while asking are held.
 * @throws DomainError CASE_CLOSED, VALIDATION_FAILED.
 */
export function decideAsk(
  state: CaseState,
  command: { question: string; to?: string },
  world: CaseWorld,
): Decision {
  requireOpen(state);
  const question = requireText(command.question, '/question');
  const to = command.to ?? state.behalf ?? state.requester;
  const course = new CaseCourse(state, world.now, world.actor.actor);
  const id = world.newId();
  course.happened('asked', { id, to }, { question });
  firstResponse(course, world);
  pauseWhileAsking(course, world);
  oweNotice(course, world, { to, why: 'asked', ref: id });
  return course.decision();
}

/**
 * Answers an open question; held clocks run again once nothing is asked any more.
 * @throws DomainError NOT_FOUND when no such question is open, NOT_ALLOWED when it was put to somebody else.
 */
export function decideAnswer(
  state: CaseState,
  command: { ask?: string; answer: string },
  world: CaseWorld,
): Decision {
  requireOpen(state);
  const open = state.asks.filter((ask) => ask.answeredAt === null);
  const ask = command.ask === undefined ? open.at(-1) : open.find((other) => other.id === command.ask);
  if (ask === undefined)
    throw new DomainError('NOT_FOUND', 'No such question is open. Add a comment instead.');
  const me = world.actor.actor.id;
  if (![ask.to, state.requester, state.behalf].includes(me))
    throw new DomainError('NOT_ALLOWED', 'This question was put to somebody else.', { data: { to: ask.to } });
  const answer = requireText(command.answer, '/answer');
  const course = new CaseCourse(state, world.now, world.actor.actor);
  course.happened('answered', { ask: ask.id }, { answer });
  if (open.length === 1) resumeAfterAnswer(course, world);
  oweNotice(course, world, { to: ask.by, why: 'answered', ref: ask.id });
  return course.decision();
}

/**
 * Links an uploaded file to the case; on a file field it is evidence and moves the basis.
 * @throws DomainError CASE_CLOSED, LIMIT_EXCEEDED beyond 100 files.
 */
export function decideAttach(
  state: CaseState,
  command: { id: string; digest: string; size: number; name: string; field: string | null },
  world: CaseWorld,
): Decision {
  requireOpen(state);
  if (state.attachments.length >= 100)
    throw new DomainError('LIMIT_EXCEEDED', 'A case holds 100 files at most.');
  const course = new CaseCourse(state, world.now, world.actor.actor);
  course.happened(
    'attached',
    { id: command.id, digest: command.digest, size: command.size, field: command.field },
    { name: command.name },
  );
  return course.decision();
}
