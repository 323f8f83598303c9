import { type Ability, abilityOf } from '../../../domain/access/ability-of.ts';
import type { Viewer } from '../../../domain/access/viewer.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import type { RequestTypeState } from '../../../domain/stream/request-type/request-type-stream.ts';
import { idInStream, streamId } from '../../../domain/stream/stream-id.ts';
import type { LogRow } from '../../ports/log.ts';
import type { CaseDeps } from '../case/case-command.ts';
import type { EventView } from '../case/readable-case.ts';
import { roleTitles } from '../definition/names-of-others.ts';
import { idsIn } from './ids-in.ts';
import { type NamesOfVersion, namesOfVersion } from './names-of-version.ts';
import { titledKinds, titlesOfThings } from './titles-of-things.ts';

/** What ids on a page of the log stand for. */
export interface NamesInLog {
  /** Person → the name they go by. */
  readonly people: Readonly<Record<string, string>>;
  /** Stream of a case → its number. */
  readonly cases: Readonly<Record<string, string>>;
  /** Stream of a pool, team, calendar, account, territory, connection or token → what it is called. */
  readonly things: Readonly<Record<string, string>>;
  /** The organisation's own roles. */
  readonly roles: Readonly<Record<string, string>>;
  /** Request types by slug. */
  readonly types: Readonly<Record<string, string>>;
  /** Stream of a case that the viewer reads → what its version calls what its rows name. */
  readonly versions: Readonly<Record<string, NamesOfVersion>>;
}

interface LogReader {
  readonly viewer: Viewer;
  /** What is shown of a case; undefined for one that is not for the viewer. */
  viewOf(stream: string): EventView | undefined;
}

/** Names for rows of the log that may be read: of who acted and was acted on, and of everything they name, as far as the viewer may know it. */
export async function namesInLog(
  { store, directory }: Pick<CaseDeps, 'store' | 'directory'>,
  reader: LogReader,
  rows: readonly LogRow[],
): Promise<NamesInLog> {
  const named = namedIn(rows);
  const ids = [...new Set([...named.values()].flatMap((found) => [...found]))];
  const [docs, known, things, roles, types] = await Promise.all([
    store.aggregates.loadMany<CaseState>([...named.keys()].filter((stream) => !stream.includes(':'))),
    directory.snapshot({ people: ids }),
    titlesOfThings(store, abilityOf(reader.viewer), streamsAmong(ids, named.keys())),
    roleTitles(store),
    typeTitles(store, abilityOf(reader.viewer), ids),
  ]);
  const cases = docs.filter(({ kind }) => kind === 'case');
  const versions = cases.flatMap(({ _id }) => {
    const view = reader.viewOf(_id);
    const asked = named.get(_id) ?? new Set();
    return view === undefined
      ? []
      : [[_id, namesOfVersion(view.definition, asked, view.shown.masked)] as const];
  });
  const all = new Set(ids);
  return {
    people: Object.fromEntries([...known.people].map(([id, { name }]) => [id, name])),
    cases: Object.fromEntries(cases.map(({ _id, state }) => [_id, state.number])),
    things,
    roles: Object.fromEntries(Object.entries(roles).filter(([id]) => all.has(id))),
    types,
    versions: Object.fromEntries(versions),
  };
}

/** Stream of a row, or of the case it is about → every id in its rows. */
function namedIn(rows: readonly LogRow[]): ReadonlyMap<string, Set<string>> {
  const named = new Map<string, Set<string>>();
  for (const { event, sealed } of rows) {
    const { stream, actor, data } = event;
    const about = typeof data['case'] === 'string' ? data['case'] : stream;
    const found = named.get(about) ?? new Set();
    found.add(actor.id).add(idInStream(stream));
    idsIn(data, found);
    for (const sentence of [data['reason'], data['cause']])
      if (typeof sentence === 'string') idsSaidIn(sentence, found);
    // What a case says of people is in its data; of anything else, what was set is sealed.
    if (stream.includes(':')) for (const { value } of Object.values(sealed)) idsIn(value, found);
    named.set(about, found);
  }
  return named;
}

/** Reasons of routing and causes of it name what they are about by id: `nobody for pool emea: …`, `edited:country`. */
function idsSaidIn(sentence: string, found: Set<string>): void {
  for (const [, id = ''] of sentence.matchAll(/\b(?:pool|team|queue) ([a-z0-9][a-z0-9._-]*)/g)) found.add(id);
  const listed = /(?:^entered:|^edited:|missing input: )([a-z0-9._, -]+)/.exec(sentence)?.[1] ?? '';
  for (const id of listed.split(/,\s*/)) idsIn(id, found);
}

function streamsAmong(ids: readonly string[], streams: Iterable<string>): ReadonlySet<string> {
  const shared = ids.flatMap((id) => [streamId('team', id), streamId('pool', id), streamId('territory', id)]);
  const own = [...streams].filter((stream) => titledKinds.some((kind) => stream.startsWith(`${kind}:`)));
  return new Set([...shared, ...own]);
}

async function typeTitles(
  { aggregates }: CaseDeps['store'],
  ability: Ability,
  ids: readonly string[],
): Promise<Record<string, string>> {
  const found = await aggregates.loadMany<RequestTypeState>(ids.map((id) => streamId('requestType', id)));
  return Object.fromEntries(
    found.flatMap((doc) => (mayRead(ability, doc) ? [[idInStream(doc._id), doc.state.title] as const] : [])),
  );
}

const mayRead = (ability: Ability, { _id, state }: Aggregate<RequestTypeState>): boolean =>
  ability.can('read', {
    subject: 'RequestType',
    slug: idInStream(_id),
    live: state.live !== null,
    submitters: [],
  });
