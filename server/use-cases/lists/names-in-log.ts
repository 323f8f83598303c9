import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { idInStream } from '../../../domain/stream/stream-id.ts';
import type { LogRow } from '../../ports/log.ts';
import type { CaseDeps } from '../case/case-command.ts';

/** What ids on a page of the log stand for. */
export interface NamesInLog {
  /** Person → the name they go by. */
  readonly people: Readonly<Record<string, string>>;
  /** Stream of a case → its number. */
  readonly cases: Readonly<Record<string, string>>;
}

/** Names for rows of the log that may be read: of who acted and was acted on, and of the cases they are about. */
export async function namesInLog(
  { store, directory }: Pick<CaseDeps, 'store' | 'directory'>,
  rows: readonly LogRow[],
): Promise<NamesInLog> {
  const streams = new Set(rows.flatMap(({ event: { stream, data } }) => [stream, textOf(data['case'])]));
  const docs = await store.aggregates.loadMany<CaseState>([...streams].filter((id) => id !== ''));
  const people = new Set(
    rows.flatMap(({ event: { stream, actor, data } }) => [
      actor.id,
      ...(stream.startsWith('person:') ? [idInStream(stream)] : []),
      ...['person', 'requester', 'to', 'by', 'personId'].map((name) => textOf(data[name])),
    ]),
  );
  people.delete('');
  const { people: known } = await directory.snapshot({ people: [...people] });
  return {
    people: Object.fromEntries([...known].map(([id, { name }]) => [id, name])),
    cases: Object.fromEntries(
      docs.flatMap(({ _id, kind, state }) => (kind === 'case' ? [[_id, state.number] as const] : [])),
    ),
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
