import { expect, it } from 'vitest';
import { actorOf } from '../../../../domain/access/actor-of.ts';
import { viewerOf } from './viewers.ts';

it('knows a viewer by all roles together, each once', () => {
  const viewer = viewerOf({
    systemRoles: ['agent', 'requester'],
    roles: ['buyer'],
    teams: ['east'],
    pools: ['desk'],
  });
  expect(actorOf(viewer)).toEqual({
    actor: { kind: 'person', id: 'me' },
    roles: ['agent', 'buyer', 'requester'],
    teams: ['east'],
    pools: ['desk'],
  });
});
