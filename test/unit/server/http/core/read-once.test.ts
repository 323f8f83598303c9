import { describe, expect, it } from 'vitest';
import { type Asks, readOnce } from '../../../../../server/http/core/read-once.ts';

function counted() {
  const calls: string[] = [];
  const call: Asks = async <B>(operationId: string, ask: Parameters<Asks>[1] = {}) => {
    calls.push(`${operationId} ${JSON.stringify(ask.query ?? {})}`);
    return { ok: true as const, status: 200, body: calls.length as B };
  };
  return { calls, api: readOnce(call, (id) => !id.startsWith('post')) };
}

describe('what the parts of one page read', () => {
  it('is read once where they ask in the same words', async () => {
    const { calls, api } = counted();
    const answers = await Promise.all([api('countWork'), api('countWork'), api('countWork')]);
    expect(answers.map((answer) => answer.ok && answer.body)).toEqual([1, 1, 1]);
    expect(calls).toHaveLength(1);
  });

  it('is read by each where the words differ', async () => {
    const { calls, api } = counted();
    await Promise.all([
      api('listWork', { query: { view: 'mine' } }),
      api('listWork', { query: { view: 'team' } }),
    ]);
    await api('getCase', { params: { id: 'a' } });
    await api('getCase', { params: { id: 'b' } });
    expect(calls).toHaveLength(4);
  });

  it('is read anew after a command, and commands are never taken for one another', async () => {
    const { calls, api } = counted();
    await api('getCase');
    await Promise.all([api('postComment'), api('postComment'), api('getCase')]);
    await api('getCase');
    expect(calls.map((call) => call.split(' ')[0])).toEqual([
      ...['getCase', 'postComment', 'postComment', 'getCase', 'getCase'],
    ]);
  });
});
