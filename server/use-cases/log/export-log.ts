import { stringify } from 'csv-stringify/sync';
import { abilityOf } from '../../../domain/access/ability-of.ts';
import { requireAbility } from '../../../domain/access/require-ability.ts';
import type { Viewer } from '../../../domain/access/viewer.ts';
import type { SignedCheckpoint } from '../../../domain/ledger/checkpoint.ts';
import { csvColumns, csvRow } from '../../../domain/ledger/csv-row.ts';
import { type ExportHeader, exportFormat } from '../../../domain/ledger/export-format.ts';
import { createExportWriter } from '../../../domain/ledger/export-writer.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LogRow } from '../../ports/log.ts';
import type { Store } from '../../ports/store.ts';
import type { CaseDeps } from '../case/case-command.ts';
import type { LogFilter } from '../lists/log-page.ts';
import { CaseFaces } from './case-faces.ts';
import { type CheckpointSigner, checkpointsBehind, generationOf, lastCheckpoint } from './checkpoints.ts';
import type { InstallationKey } from './installation-key.ts';
import { provenLines } from './proven-lines.ts';
import { RowsForViewer } from './rows-for-viewer.ts';

/** What exporting stands on. */
export interface ExportDeps {
  readonly store: Store;
  readonly definitions: CaseDeps['definitions'];
  readonly clock: Clock;
  readonly key: InstallationKey;
  readonly checkpoints: CheckpointSigner;
}

/** Which events; everything when nothing is named. */
export interface ExportFilter extends LogFilter {
  /** Epoch milliseconds, inclusive and exclusive. */
  readonly from?: number;
  readonly until?: number;
}

const page = 500;

/**
 * The log as a file, in parts, with flat memory: JSON Lines that `signalbox verify` checks offline (a filtered one with an inclusion proof
 * per row), or CSV for spreadsheets. What the form keeps from the viewer is withheld; its seals stay.
 * @throws DomainError NOT_FOUND, NOT_ALLOWED.
 */
export function exportLog(
  deps: ExportDeps,
  viewer: Viewer,
  filter: ExportFilter,
  format: 'csv' | 'jsonl',
): AsyncGenerator<string> {
  requireAbility(abilityOf(viewer), 'export', { subject: 'Log', id: 'log' });
  if (format === 'csv') return csvParts(deps, viewer, filter);
  return Object.keys(filter).length === 0 ? completeParts(deps, viewer) : filteredParts(deps, viewer, filter);
}

/** Whether a row is among those wanted. */
export function isWanted({ event, lists }: LogRow, filter: ExportFilter): boolean {
  const { from, until, refused, ...named } = filter;
  if (event.at < (from ?? 0) || (until !== undefined && event.at >= until)) return false;
  if (refused === true && !lists.includes('refused')) return false;
  return Object.entries(named).every(([key, value]) => lists.includes(`${key}:${value}`));
}

async function* pages({ store }: ExportDeps, end: number): AsyncGenerator<readonly LogRow[]> {
  for (let after = 0; after < end; ) {
    const rows = await store.log.read(after, Math.min(page, end - after));
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.position;
  }
}

async function* csvParts(deps: ExportDeps, viewer: Viewer, filter: ExportFilter): AsyncGenerator<string> {
  const end = await deps.store.log.end();
  const view = new RowsForViewer(deps, viewer);
  const faces = new CaseFaces(deps.store);
  yield stringify([[...csvColumns]]);
  for await (const rows of pages(deps, end)) {
    const wanted = rows.filter((row) => isWanted(row, filter));
    const known = await faces.of(rows, new Set(wanted));
    if (wanted.length === 0) continue;
    const shown = await view.of(wanted);
    const cells = wanted.map((row, i) => csvRow(shown[i] ?? { ...row, sealed: {} }, known.get(row)));
    yield stringify(cells);
  }
}

async function headerOf(
  deps: ExportDeps,
  more: Pick<ExportHeader, 'complete' | 'filter' | 'to'>,
): Promise<ExportHeader> {
  return {
    format: exportFormat,
    version: 1,
    generation: await generationOf(deps.store),
    from: 1,
    publicKey: deps.key.publicKey,
    exportedAt: deps.clock.now(),
    ...more,
  };
}

/** Every row from the first to the last, with every checkpoint behind the row it counts to. */
async function* completeParts(deps: ExportDeps, viewer: Viewer): AsyncGenerator<string> {
  await deps.checkpoints.sign(deps.clock.now(), true);
  const end = await deps.store.log.end();
  const writer = createExportWriter(await headerOf(deps, { complete: true, to: end }), deps.key.sign);
  const view = new RowsForViewer(deps, viewer);
  yield `${writer.header()}\n`;
  for await (const rows of pages(deps, end)) {
    const first = (rows[0]?.position ?? 1) - 1;
    const signed = await checkpointsBehind(deps.store.records, first, page * 2);
    const lines: string[] = [];
    for (const row of await view.of(rows)) {
      lines.push(writer.row(row));
      for (const one of signed) if (one.checkpoint.size === row.position) lines.push(writer.checkpoint(one));
    }
    yield `${lines.join('\n')}\n`;
  }
  yield `${writer.trailer()}\n`;
}

/** A checkpoint over the whole log, signed now; the last one there is when another process was faster. */
async function anchor({ store, clock, checkpoints }: ExportDeps): Promise<SignedCheckpoint | undefined> {
  await checkpoints.sign(clock.now(), true);
  return lastCheckpoint(store.records);
}

/** The wanted rows, each with a proof that leads to one checkpoint over the whole log. */
async function* filteredParts(
  deps: ExportDeps,
  viewer: Viewer,
  filter: ExportFilter,
): AsyncGenerator<string> {
  const signed = await anchor(deps);
  const header = await headerOf(deps, {
    complete: false,
    filter: { ...filter },
    to: signed?.checkpoint.size ?? 0,
  });
  const writer = createExportWriter(header, deps.key.sign);
  yield `${writer.header()}\n`;
  if (signed === undefined) return;
  yield `${writer.checkpoint(signed)}\n`;
  const view = new RowsForViewer(deps, viewer);
  yield* provenLines(deps.store.log, signed.checkpoint.size, {
    wanted: (row) => isWanted(row, filter),
    write: async (row, proof) => {
      const [kept = row] = await view.of([row]);
      return writer.row(kept, proof);
    },
  });
  yield `${writer.trailer()}\n`;
}
