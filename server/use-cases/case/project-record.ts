import type { TraceNode } from '../../../domain/condition/trace-node.ts';
import type { DecisionRecord, StageEntry } from '../../../domain/routing/decision-record.ts';
import type { ReadableCase } from './readable-case.ts';

/**
 * A decision record as a viewer of its case is shown it: without the values of fields kept from them, wherever a condition read one. Those
 * who do not work on the case see which rules were tried and what was decided, and nothing of colleagues and accounts.
 */
export function projectRecord(record: DecisionRecord, { shown, internal }: ReadableCase): DecisionRecord {
  if (!internal) return outline(record);
  const masked = new Set(shown.masked);
  if (masked.size === 0) return record;
  const isShown = ([key]: readonly [string, unknown]) => !masked.has(fieldOf(key));
  const { values, failed } = record.factsUsed;
  return {
    ...record,
    factsUsed: { values: Object.fromEntries(Object.entries(values).filter(isShown)), failed },
    stages: record.stages.map((stage) =>
      stage.trace === undefined ? stage : { ...stage, trace: maskTrace(stage.trace, masked, false) },
    ),
  };
}

/** What anybody who reads the case may know of how it was routed. */
function outline(record: DecisionRecord): DecisionRecord {
  return {
    ...record,
    factsUsed: { values: {}, failed: {} },
    factsRead: [],
    matched: {},
    match: [],
    matchMissing: [],
    stages: record.stages.map(({ stage, id, outcome }): StageEntry => ({ stage, id, outcome })),
    candidates: [],
    ledger: null,
    reach: {},
    skip: [],
    conflicted: [],
    atCapacity: [],
    similar: [],
    used: {
      people: [],
      pools: [],
      teams: [],
      loads: [],
      hours: [],
      roles: [],
      accounts: [],
      territories: [],
      absent: [],
    },
  };
}

/** The field a fact comes from: what stands before its first dot. */
const fieldOf = (key: string): string => key.split('.', 1)[0] ?? key;

const isMasked = ({ fact }: TraceNode, masked: ReadonlySet<string>): boolean =>
  fact !== undefined && masked.has(fieldOf(fact));

/** Takes out what was worked out from kept values; that a comparison held or did not stays, since it decided. */
function maskTrace(node: TraceNode, masked: ReadonlySet<string>, inside: boolean): TraceNode {
  const operands = node.operands ?? [];
  const hidden = inside || isMasked(node, masked);
  const below = inside || operands.some((operand) => isMasked(operand, masked));
  const worked = below || operands.some((operand) => reads(operand, masked));
  const keeps = node.op === 'literal' || (typeof node.result === 'boolean' && !hidden);
  return {
    ...node,
    result: keeps || !(hidden || worked) ? node.result : null,
    ...(node.operands === undefined
      ? {}
      : { operands: operands.map((operand) => maskTrace(operand, masked, below)) }),
  };
}

function reads(node: TraceNode, masked: ReadonlySet<string>): boolean {
  return isMasked(node, masked) || (node.operands ?? []).some((operand) => reads(operand, masked));
}
