import { describe, expect, it } from 'vitest';
import { connectionObject } from '../../../../../domain/stream/connection/connection-object.ts';
import { connectionStream } from '../../../../../domain/stream/connection/connection-stream.ts';
import { decideCreate, decidePatch } from '../../../../../domain/stream/directory/decide-directory.ts';
import { foldDecisions } from '../../../../support/fold-decisions.ts';

const now = Date.UTC(2026, 0, 5);
const hook = (fields: object = {}) => {
  const stream = foldDecisions(connectionStream, 'connection:hook', now);
  const given = { plugin: 'webhook', title: 'Hook', ...fields };
  stream.take(() => decideCreate(connectionObject, { id: 'hook', now, fields: given, reason: '' }));
  return stream;
};

describe('a connection', () => {
  it('is found by its plugin, in use or not', () => {
    const stream = hook();
    expect(stream.lists).toEqual(['connection', 'connection-plugin:webhook', 'connection|active']);
    stream.take(() => ({ events: [{ kind: 'deactivated', data: {} }] }));
    expect(stream.lists).toEqual(['connection', 'connection-plugin:webhook']);
    expect(connectionStream.indexOf(connectionStream.initial, 'connection:hook').lists).toContain(
      'connection-plugin:none',
    );
  });

  it('takes from the product alone where its secrets lie', () => {
    const stream = hook();
    const command = { id: 'hook', now, fields: {}, reason: 'rotated' };
    stream.take((state) =>
      decidePatch(connectionObject, state, command, { credential: 'r1', secretNames: ['key'] }),
    );
    expect(stream.state).toMatchObject({ credential: 'r1', secretNames: ['key'] });
    expect(() =>
      decidePatch(connectionObject, stream.state, { ...command, fields: { credential: 'r2' } }),
    ).toThrow(expect.objectContaining({ code: 'VALIDATION_FAILED' }));
  });

  it('is told of nothing before it is followed, and is no other for a delivery that was replayed', () => {
    const stream = hook();
    const before = stream.state;
    expect(before.followed).toBeNull();
    stream.take(() => ({ events: [{ kind: 'replayed', data: { delivery: 'hook:7' }, raises: false }] }));
    expect(stream.state).toEqual(before);
  });

  it.each([
    ['a configuration of more than 32 kB', { config: { text: 'x'.repeat(32_001) } }],
    ['a configuration that is no object', { config: 'x' }],
    ['an event kind with blanks', { eventKinds: ['a b'] }],
  ])('refuses %s', (_what, fields) => {
    expect(() => hook(fields)).toThrow(expect.objectContaining({ code: 'VALIDATION_FAILED' }));
  });
});
