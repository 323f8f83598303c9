import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { type NoticeReason, noticeReasons } from '../../../domain/stream/case/notices.ts';
import type { KnownPerson } from '../../../domain/stream/person/person-view.ts';
import type { CaseDeps } from '../case/case-command.ts';
import { type Claimed, done, type EffectHandler } from '../effect/effect-handler.ts';
import { effectPolicy } from '../effect/effect-policy.ts';
import { noticeWords } from './notice-words.ts';

/** One message to one person; the key is the same in every attempt, so that a repeat can be told. */
export interface NoticeMail {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly lines: readonly string[];
  readonly caseId: string;
}

/** What notices stand on. `mail` is absent where no mail server is configured. */
export interface NoticeDeps extends CaseDeps {
  readonly mail?: (message: NoticeMail) => Promise<void>;
}

const keptMs = 90 * 86_400_000;

/**
 * Tells everybody an effect names: always in the product, by mail where it is configured. When a mail cannot be delivered in the end,
 * the backup role of the case's state is told in the product, and the failed notice waits in quarantine.
 */
export function notifyHandler(deps: NoticeDeps): EffectHandler {
  return async (claimed) => {
    const doc = await deps.store.aggregates.load<CaseState>(claimed.doc._id);
    if (doc === undefined) return done;
    const why = reasonOf(claimed);
    const people = await recipients(deps, String(claimed.effect.payload['to'] ?? ''));
    const telling = { state: doc.state, why };
    for (const person of people) await tell(deps, claimed, { ...telling, person: person.id });
    try {
      for (const person of people) await mail(deps, claimed, { ...telling, person });
      return done;
    } catch (error) {
      if (claimed.effect.attempts < effectPolicy('notify').maxAttempts) throw error;
      await tellBackup(deps, claimed, telling);
      return {
        kind: 'refused',
        error: `The mail could not be delivered: ${error instanceof Error ? error.message : String(error)}`,
      };
    }
  };
}

async function tellBackup(deps: CaseDeps, claimed: Claimed, telling: Telling): Promise<void> {
  for (const person of await recipients(deps, `role:${telling.state.backup}`))
    await tell(deps, claimed, { ...telling, person: person.id });
}

function reasonOf(claimed: Claimed): NoticeReason {
  const why = String(claimed.effect.payload['why']);
  return noticeReasons.find((reason) => reason === why) ?? 'changed';
}

/** The active people behind a person's id, `role:…` or `pool:…`; nobody twice. */
async function recipients(deps: CaseDeps, to: string): Promise<KnownPerson[]> {
  const at = to.indexOf(':');
  const kind = at < 0 ? 'person' : to.slice(0, at);
  const id = to.slice(at + 1);
  const named = { role: { roles: [id] }, pool: { pools: [id] } }[kind] ?? { people: [id] };
  const snapshot = await deps.directory.snapshot(named);
  const members = snapshot.pools.get(id)?.members.map(({ person }) => person) ?? [];
  const ids = { role: snapshot.holders.get(id) ?? [], pool: members }[kind] ?? [id];
  return [...new Set(ids)].flatMap((each) => {
    const person = snapshot.people.get(each);
    return person?.active === true && person.kind === 'person' ? [person] : [];
  });
}

interface Telling {
  readonly state: CaseState;
  readonly why: NoticeReason;
}

/** The id of one notice to one person: stable over retries, another one when they are told the same thing again later. */
const noticeId = ({ doc, effect }: Claimed, person: string): string =>
  `${doc._id}|${effect.id}|${String(effect.payload['owedAt'])}|${person}`;

async function tell(
  deps: CaseDeps,
  claimed: Claimed,
  { state, person, why }: Telling & { readonly person: string },
): Promise<void> {
  const now = deps.clock.now();
  const { subject, next } = noticeWords(why, state);
  const notice = {
    _id: noticeId(claimed, person),
    _v: 1,
    lists: [`person:${person}`, `unread:${person}`],
    sort: String(9_999_999_999_999 - now).padStart(13, '0'),
    expiresAt: now + keptMs,
    data: { person, case: claimed.doc._id, number: state.number, why, subject, next, at: now, readAt: null },
  };
  await deps.store.records.insert('notice', notice, 'decided');
}

async function mail(
  deps: NoticeDeps,
  claimed: Claimed,
  { state, person, why }: Telling & { readonly person: KnownPerson },
): Promise<void> {
  if (deps.mail === undefined || person.email === null) return;
  // What is told outside must not be undone by a crash.
  await deps.store.flushed();
  const { subject, next } = noticeWords(why, state);
  await deps.mail({
    key: noticeId(claimed, person.id),
    to: person.email,
    subject,
    lines: [subject, next],
    caseId: claimed.doc._id,
  });
}
