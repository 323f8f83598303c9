import type { DeliveryResult } from '../kit/delivery.ts';
import type { Json } from '../kit/json.ts';
import { jsonOf } from '../kit/json-of.ts';
import { outcomeOfResponse } from '../kit/outcome-of-response.ts';
import type { HttpSyncConfig } from './http-sync-config.ts';
import { recordId } from './record-address.ts';
import type { RemoteSystem } from './remote-system.ts';
import { valueAt } from './value-at.ts';

/** The id of the case's record, null when there is none, or how the attempt ends because nobody can tell. */
export type Finding = { readonly id: string | null } | { readonly ended: DeliveryResult };

/** Looks for the record that an earlier attempt created for this case. */
export async function findRecord(
  system: RemoteSystem,
  config: HttpSyncConfig,
  caseId: string,
  now: () => number,
): Promise<Finding> {
  const { lookup } = config;
  if (!lookup) return { id: null };
  const { response, ended } = await system.get(config.resource, [lookup.parameter, caseId]);
  if (!response) return { ended };
  if (response.status === 404) return { id: null };
  const outcome = outcomeOfResponse(response, now());
  if (outcome.outcome !== 'delivered') return { ended: outcome };
  const list = response.truncated ? undefined : listOf(jsonOf(response.text), lookup.listField);
  if (!list) return refused(response.status, 'The look-up did not answer with a list of records.');
  if (list.length === 0) return { id: null };
  const field = lookup.field ?? lookup.parameter;
  const own = list.filter((record) => valueAt(record, field) === caseId);
  // A system that ignores the parameter answers with anybody's records: creating blindly could make a second one.
  if (own.length === 0) {
    return refused(response.status, `The look-up by ${lookup.parameter} answers with records of others.`);
  }
  const id = recordId(own[0], config);
  return id === undefined ? refused(response.status, `The record found has no ${config.idField}.`) : { id };
}

function listOf(answer: Json | undefined, listField: string | undefined): readonly Json[] | undefined {
  const list = listField === undefined ? answer : valueAt(answer, listField);
  return Array.isArray(list) ? list : undefined;
}

function refused(status: number, said: string): Finding {
  return { ended: { outcome: 'refused', status, said } };
}
