import type { Json } from '../hash/canonical-json.ts';
import type { StreamEvent } from '../stream/event.ts';

/** What the committing side knows of an event that the event itself does not carry. */
export interface LogContext {
  /** Slug of the request type the stream belongs to. */
  readonly type?: string;
  /** Ids of the rules that took part. */
  readonly rules?: readonly string[];
}

/**
 * The ranges one event is paged by in the log: `all`, `stream:…`, `kind:…`, `actor:…`,
 * `type:<slug>` (`data.type`), `rule:<id>` (`data.rule`), `decision:<approve|reject…>` (`data.decision`),
 * and `refused` for refused attempts.
 */
export function logListsOf(event: StreamEvent, context: LogContext = {}): string[] {
  const { type, rule, decision } = event.data;
  const lists = ['all', `stream:${event.stream}`, `kind:${event.kind}`, `actor:${event.actor.id}`];
  const slug = text(type) ?? context.type;
  if (slug !== undefined) lists.push(`type:${slug}`);
  for (const id of new Set([...texts(rule), ...(context.rules ?? [])])) lists.push(`rule:${id}`);
  for (const word of texts(decision)) lists.push(`decision:${word}`);
  if (isRefusal(event)) lists.push('refused');
  return lists;
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function texts(value: Json | undefined): string[] {
  const one = text(value);
  return one === undefined ? [] : [one];
}

/** Refused attempts have streams of their own, one per day; their ids begin with `refusals`. */
function isRefusal(event: StreamEvent): boolean {
  return event.kind === 'refused' || /^refusals(?![A-Za-z0-9])/.test(event.stream);
}
