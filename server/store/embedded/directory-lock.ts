import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../../../domain/error/fault.ts';

/** Directories this process holds: after a restart in a container the dead holder may have had our pid. */
const held = new Set<string>();
const abandonedTakeoverMs = 10_000;

/**
 * Locks a data directory to this process until the answered function is called.
 * The lock of a process that is gone is taken over.
 * @throws Fault STORE_LOCKED naming the pid of the process that holds it.
 */
export async function lockDirectory(directory: string): Promise<() => void> {
  const path = join(directory, 'lock');
  for (let attempt = 0; attempt < 100; attempt++) {
    if (acquire(path)) {
      held.add(path);
      return () => release(path);
    }
    const holder = readHolder(path);
    if (holder && isAlive(holder, path)) throw locked(directory, holder.pid);
    if (holder) removeStale(path, holder);
    await sleep(20);
  }
  throw locked(directory, readHolder(path)?.pid ?? 'unknown');
}

interface Holder {
  readonly pid: number;
  /** When the process began, as its system tells it; empty where it does not. */
  readonly begun: string;
}

/** Links a whole file into place: a lock is never seen half written. */
function acquire(path: string): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, begun: begunOf(process.pid) }), { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw cause;
  } finally {
    rmSync(draft, { force: true });
  }
}

function release(path: string): void {
  held.delete(path);
  rmSync(path, { force: true });
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder, path: string): boolean {
  if (holder.pid === process.pid) return held.has(path);
  try {
    process.kill(holder.pid, 0);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ESRCH') return false;
  }
  return begunOf(holder.pid) === holder.begun;
}

/** One process at a time removes a stale lock, so that nobody removes the fresh one of another. */
function removeStale(path: string, stale: Holder): void {
  const takeover = `${path}.takeover`;
  try {
    mkdirSync(takeover);
  } catch {
    const since = statSync(takeover, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > abandonedTakeoverMs) rmSync(takeover, { recursive: true, force: true });
    return;
  }
  const holder = readHolder(path);
  if (holder?.pid === stale.pid && holder.begun === stale.begun) rmSync(path, { force: true });
  rmSync(takeover, { recursive: true, force: true });
}

/** Field 22 of /proc/<pid>/stat: tells a process from a later one with the same pid. */
function begunOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function locked(directory: string, pid: number | string): Fault {
  const message = `The data directory ${directory} is in use by process ${pid}: stop it, or name another directory`;
  return new Fault('STORE_LOCKED', message, { retryable: false });
}
