import { z } from 'zod';
import { caseSubject } from '../../../domain/access/case-subject.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { Json } from '../../../domain/hash/canonical-json.ts';
import { hashJson } from '../../../domain/hash/sha256.ts';
import { readBy } from '../../../domain/stream/directory/read-fields.ts';
import { rememberAnswer } from '../../use-cases/command/remember-answer.ts';
import { type Call, type Endpoint, endpoint } from '../core/endpoint.ts';
import { problemOf } from '../core/problem.ts';
import { json } from '../core/reply.ts';
import { caseBodies, caseBriefSchema } from '../schemas/case-schemas.ts';
import { jsonAnswer } from '../schemas/common.ts';
import { type CommandName, caseCommands } from './case-commands.ts';
import { briefOf } from './case-view.ts';

const names = Object.keys(caseBodies) as [CommandName, ...CommandName[]];

const rowSchema = z.strictObject({
  case: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'Give the id of a case.'),
  command: z.enum(names),
  body: z.record(z.string(), z.unknown()).default({}),
  rev: z.int().min(0).exactOptional(),
});
type Row = z.infer<typeof rowSchema>;

const bulkBody = z.strictObject({
  rows: z.array(rowSchema).min(1, 'Give one row at least.').max(100, 'Give 100 rows at most.'),
});

const resultSchema = z.object({
  done: z.number(),
  refused: z.number(),
  results: z.array(
    z.object({
      case: z.string(),
      ok: z.boolean(),
      now: caseBriefSchema.optional(),
      problem: z.looseObject({ code: z.string(), status: z.number(), detail: z.string() }).optional(),
    }),
  ),
});

/** Carries one row out by the very command its own address would. */
async function rowResult(call: Call, row: Row, index: number): Promise<Json> {
  try {
    const now = await carryOut(call, row, index);
    return { case: row.case, ok: true, now: JSON.parse(JSON.stringify(now)) as Json };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { document } = problemOf(error, String(call.response.locals['requestId']));
    return { case: row.case, ok: false, problem: JSON.parse(JSON.stringify(document)) as Json };
  }
}

async function carryOut({ parts, ability, viewer, key, allow }: Call, row: Row, index: number) {
  const { command: name, case: id, rev } = row;
  const run = commandOf(name, row.body);
  const command = {
    id: key === null ? parts.deps.ids.next() : `${viewer.personId}/${key}/${index}`,
    body: hashJson([name, id, row.body]),
  };
  const request = { ability, command, ...(rev === undefined ? {} : { seen: rev }) };
  const { doc, repeated } = await run(parts.deps, request, id);
  if (repeated) allow('read', caseSubject(doc));
  return briefOf(doc);
}

/** A command with its body read. @throws DomainError VALIDATION_FAILED. */
function commandOf<N extends CommandName>(name: N, given: unknown) {
  const schema: z.ZodType<z.infer<(typeof caseBodies)[N]>> = schemas[name];
  const body = readBy(schema, given, '/body');
  const { run } = caseCommands[name];
  return (...[deps, request, id]: Parameters3<typeof run>) => run(deps, request, id, body);
}

type Parameters3<F> = F extends (a: infer A, b: infer B, c: infer C, d: never) => unknown ? [A, B, C] : never;
const schemas: { readonly [N in CommandName]: z.ZodType<z.infer<(typeof caseBodies)[N]>> } = caseBodies;

/** Many commands in one request, each with its own result. */
export const bulk: readonly Endpoint[] = [
  endpoint(
    {
      method: 'post',
      path: '/api/v1/bulk',
      operationId: 'runBulk',
      tag: 'Cases',
      summary: 'Up to 100 commands on cases, each carried out on its own, with a result per row',
      body: { kind: 'json', schema: bulkBody, limit: 500_000, depth: 32 },
      answers: { 200: jsonAnswer('A result per row, in their order', resultSchema) },
    },
    { kind: 'signed-in', because: 'each row is a command that asks for its own right on its own case' },
    async (call) => {
      const { parts, viewer, key, body } = call;
      const request = { owner: viewer.personId, key, body: hashJson(['bulk', body]), resumable: true };
      const answer = await rememberAnswer(parts.deps, request, async () => {
        const results: Json[] = [];
        for (const [index, row] of body.rows.entries()) results.push(await rowResult(call, row, index));
        const done = results.filter((result) => (result as { ok: boolean }).ok).length;
        return { done, refused: results.length - done, results };
      });
      return json(answer);
    },
  ),
];
