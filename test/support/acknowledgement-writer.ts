/**
 * A client of the API as a process of its own: sends submissions, comments, approvals, assignments and withdrawals under idempotency keys,
 * each again and again until it is answered, and writes what was acknowledged to a file of its own before it goes on.
 * Started with the path of a plan; ends in order when its standard input ends.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientPlan, Noted } from './acknowledgement-record.ts';

const plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as ClientPlan;
const pauseMs = 60;
const patienceMs = 4_000;

const ending = { asked: false };
process.stdin.on('end', () => {
  ending.asked = true;
});
process.stdin.resume();

interface Asked {
  readonly person: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly key?: string;
}

interface Answered {
  readonly status: number;
  readonly body: { readonly [key: string]: unknown };
}

const note = (line: Noted): void => appendFileSync(plan.record, `${JSON.stringify(line)}\n`);

/** The first answer that is one: whoever is dead, starting, or cannot reach the store is asked again, or another is. */
async function answered(asked: Asked): Promise<Answered> {
  for (let attempt = 0; ; attempt += 1) {
    const origin = plan.origins[(attempt + counted.lives) % plan.origins.length] ?? '';
    const answer = await once(origin, asked).catch(() => undefined);
    if (answer !== undefined) return answer;
    counted.repeats += 1;
    await sleep(pauseMs);
  }
}

async function once(
  origin: string,
  { person, method, path, body, key }: Asked,
): Promise<Answered | undefined> {
  const response = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${plan.tokens[person]}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(patienceMs),
  });
  const text = await response.text();
  if (response.status === 503 || response.status === 429) return undefined;
  return { status: response.status, body: JSON.parse(text) };
}

const counted = { lives: 0, repeats: 0 };

/** One command on a case; what is refused is noted as refused. */
async function command(on: string, kind: string, asked: Omit<Asked, 'method' | 'path'>): Promise<boolean> {
  const { status, body } = await answered({ ...asked, method: 'POST', path: `/cases/${on}/${kind}` });
  const key = asked.key ?? '';
  const by = asked.person;
  if (status === 200) note({ did: 'commanded', kind, key, by, case: on });
  else note({ did: 'refused', kind, key, by, case: on, status, code: String(body['code']) });
  return status === 200;
}

async function submitted(n: string, person: string, amount: number): Promise<string> {
  const key = `submit-${n}`;
  const values = { item: `Desk ${n}`, amount: { amount, currency: 'EUR' } };
  const path = '/request-types/purchase/cases';
  const { status, body } = await answered({ person, method: 'POST', path, body: { values }, key });
  const id = String(body['id']);
  if (status === 201) note({ did: 'submitted', key, by: person, case: id, number: String(body['number']) });
  else
    note({ did: 'refused', kind: 'submit', key, by: person, case: '', status, code: String(body['code']) });
  return id;
}

/** Approves what was read; read again when it moved meanwhile. */
async function approved(n: string, id: string): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    const { body } = await answered({ person: 'fay', method: 'GET', path: `/cases/${id}` });
    const decision = { decision: 'approve', basis: String(body['basis']), comment: 'in budget' };
    if (await command(id, 'decisions', { person: 'fay', body: decision, key: `approve-${n}-${round}` }))
      return;
  }
}

/** What happens to one case, from its submission until it is left open. */
async function live(n: string, life: number): Promise<{ readonly id: string; readonly person: string }> {
  const person = life % 2 === 0 ? 'ria' : 'rob';
  const gated = life % 4 === 0;
  const id = await submitted(n, person, gated ? 5_000 : 500);
  await command(id, 'comments', { person, body: { text: `about ${n}` }, key: `comment-${n}` });
  if (gated) await approved(n, id);
  if (life % 5 === 0) {
    const to = life % 10 === 0 ? 'bo' : 'lea';
    const body = { action: 'assign', to, reason: 'knows the supplier' };
    await command(id, 'assignments', { person: 'lea', body, key: `assign-${n}` });
  }
  return { id, person };
}

/** Case after case, until asked to end; the oldest are withdrawn, so that there is room for the next. */
async function run(loop: number): Promise<void> {
  const open: { n: string; id: string; person: string }[] = [];
  for (let life = loop; !ending.asked; life += 1) {
    counted.lives += 1;
    const n = `${loop}-${life}`;
    open.push({ n, ...(await live(n, life)) });
    const oldest = open.length > plan.keep ? open.shift() : undefined;
    if (oldest === undefined) continue;
    const { person, id } = oldest;
    await command(id, 'withdraw', {
      person,
      body: { reason: 'no longer needed' },
      key: `withdraw-${oldest.n}`,
    });
  }
}

await Promise.all(Array.from({ length: plan.loops }, (_, loop) => run(loop)));
note({ did: 'ended', repeats: counted.repeats });
