import { z } from 'zod';
import { DomainError } from '../../../domain/error/domain-error.ts';
import type { PersonState } from '../../../domain/stream/person/person-state.ts';
import { cancelLeave, comeBack, goAway, recordLeave } from '../../use-cases/directory/absence.ts';
import {
  joinPool,
  joinTeam,
  leavePool,
  leaveTeam,
  makeUpInPool,
  setWeights,
} from '../../use-cases/directory/membership.ts';
import { seesAllOf } from '../../use-cases/directory/person-sight.ts';
import { grantRole, revokeRole } from '../../use-cases/directory/roles.ts';
import { whatTheyHold } from '../../use-cases/directory/what-they-hold.ts';
import { type Endpoint, type EndpointSpec, endpoint, right } from '../core/endpoint.ts';
import { json } from '../core/reply.ts';
import { jsonAnswer, jsonBody, objectParams, versionedAnswer } from '../schemas/common.ts';
import { directoryBodies, holdingsSchema, objectSchema } from '../schemas/directory-schemas.ts';
import { delegationBody } from './delegation-body.ts';
import { changedObject, directoryCall, readableObject } from './directory-answers.ts';

const answers = { 200: versionedAnswer('As it is now', objectSchema) };
const memberParams = objectParams.extend({ person: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,62}$/) });
const leaveParams = objectParams.extend({ leave: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) });

const spec = <const S extends Omit<EndpointSpec, 'answers' | 'guarded'>>(given: S) => ({
  ...given,
  guarded: true as const,
  answers,
});

/** What happens to people beside their fields: leave, being away, roles. */
const people: readonly Endpoint[] = [
  endpoint(
    spec({
      method: 'post',
      path: '/api/v1/people/{id}/leave',
      operationId: 'recordLeave',
      tag: 'People',
      summary: 'Record leave; picks stop when it begins',
      params: objectParams,
      body: jsonBody(directoryBodies.leave),
    }),
    right('Person', 'recordLeave'),
    async (call) => {
      const { id } = call.params;
      const own = directoryCall(call, 'person', id, { action: 'recordLeave', command: 'leave' });
      const result = await recordLeave(call.parts.deps, own, { person: id, leave: call.body });
      return changedObject(call, 'person', result, { beside: { leaveId: result.leaveId } });
    },
  ),
  endpoint(
    spec({
      method: 'delete',
      path: '/api/v1/people/{id}/leave/{leave}',
      operationId: 'cancelLeave',
      tag: 'People',
      summary: 'Take leave back',
      params: leaveParams,
    }),
    right('Person', 'recordLeave'),
    async (call) => {
      const { id, leave } = call.params;
      const own = directoryCall(call, 'person', id, { action: 'recordLeave', command: 'cancel-leave' });
      return changedObject(
        call,
        'person',
        await cancelLeave(call.parts.deps, own, { person: id, leaveId: leave }),
      );
    },
  ),
  endpoint(
    spec({
      method: 'post',
      path: '/api/v1/people/{id}/away',
      operationId: 'goAway',
      tag: 'People',
      summary: 'Stop picks of a person at once, until a time or until they come back',
      params: objectParams,
      body: jsonBody(directoryBodies.away),
    }),
    right('Person', 'setAway'),
    async (call) => {
      const { id } = call.params;
      const own = directoryCall(call, 'person', id, { action: 'setAway', command: 'away' });
      return changedObject(call, 'person', await goAway(call.parts.deps, own, { person: id, ...call.body }));
    },
  ),
  endpoint(
    spec({
      method: 'delete',
      path: '/api/v1/people/{id}/away',
      operationId: 'comeBack',
      tag: 'People',
      summary: 'Let picks reach a person again at once',
      params: objectParams,
    }),
    right('Person', 'setAway'),
    async (call) => {
      const { id } = call.params;
      const own = directoryCall(call, 'person', id, { action: 'setAway', command: 'come-back' });
      return changedObject(call, 'person', await comeBack(call.parts.deps, own, { person: id }));
    },
  ),
  endpoint(
    spec({
      method: 'post',
      path: '/api/v1/people/{id}/roles',
      operationId: 'changeRoles',
      tag: 'People',
      summary: 'Grant or revoke a role, with a reason',
      params: objectParams,
      body: jsonBody(directoryBodies.role),
    }),
    right('Person', 'grant'),
    async (call) => {
      const { id } = call.params;
      const { action, role, reason } = call.body;
      const own = directoryCall(call, 'person', id, { action: 'grant', command: 'roles' });
      const change = action === 'grant' ? grantRole : revokeRole;
      return changedObject(call, 'person', await change(call.parts.deps, own, { person: id, role, reason }));
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/people/{id}/holdings',
      operationId: 'getHoldings',
      tag: 'People',
      summary: 'Everything that has to go somewhere when a person goes',
      params: objectParams,
      answers: { 200: jsonAnswer('What they hold', holdingsSchema) },
    },
    right('Person', 'read'),
    async (call) => {
      const { id } = call.params;
      const { state } = await readableObject<PersonState>(call, 'person', id);
      if (!seesAllOf(call.viewer, id, state))
        throw new DomainError(
          'NOT_ALLOWED',
          'What a person holds is for them, their manager and administrators.',
        );
      const { delegations, ...held } = await whatTheyHold(call.parts.deps.store, call.ability, id);
      return json({
        ...held,
        delegations: {
          given: delegations.given.map(delegationBody),
          received: delegations.received.map(delegationBody),
        },
      });
    },
  ),
];

/** Who belongs to teams and pools, and how work is shared in a pool. */
const groups: readonly Endpoint[] = [
  endpoint(
    spec({
      method: 'post',
      path: '/api/v1/teams/{id}/members',
      operationId: 'joinTeam',
      tag: 'Teams',
      summary: 'Add a member to a team, at once',
      params: objectParams,
      body: jsonBody(directoryBodies.teamMember),
    }),
    right('Team', 'update'),
    async (call) => {
      const { id } = call.params;
      const own = directoryCall(call, 'team', id, { action: 'update', command: 'join' });
      return changedObject(call, 'team', await joinTeam(call.parts.deps, own, { team: id, ...call.body }));
    },
  ),
  endpoint(
    spec({
      method: 'delete',
      path: '/api/v1/teams/{id}/members/{person}',
      operationId: 'leaveTeam',
      tag: 'Teams',
      summary: 'Remove a member from a team, at once',
      params: memberParams,
    }),
    right('Team', 'update'),
    async (call) => {
      const { id, person } = call.params;
      const own = directoryCall(call, 'team', id, { action: 'update', command: 'leave' });
      return changedObject(call, 'team', await leaveTeam(call.parts.deps, own, { team: id, person }));
    },
  ),
  endpoint(
    spec({
      method: 'post',
      path: '/api/v1/pools/{id}/members',
      operationId: 'joinPool',
      tag: 'Pools',
      summary: 'Add a member to a pool, at once',
      params: objectParams,
      body: jsonBody(directoryBodies.poolMember),
    }),
    right('Pool', 'join'),
    async (call) => {
      const { id } = call.params;
      const own = directoryCall(call, 'pool', id, { action: 'join', command: 'join' });
      return changedObject(call, 'pool', await joinPool(call.parts.deps, own, { pool: id, ...call.body }));
    },
  ),
  endpoint(
    spec({
      method: 'delete',
      path: '/api/v1/pools/{id}/members/{person}',
      operationId: 'leavePool',
      tag: 'Pools',
      summary: 'Remove a member from a pool, at once',
      params: memberParams,
    }),
    right('Pool', 'join'),
    async (call) => {
      const { id, person } = call.params;
      const own = directoryCall(call, 'pool', id, { action: 'join', command: 'leave' });
      return changedObject(call, 'pool', await leavePool(call.parts.deps, own, { pool: id, person }));
    },
  ),
  endpoint(
    spec({
      method: 'post',
      path: '/api/v1/pools/{id}/weights',
      operationId: 'setWeights',
      tag: 'Pools',
      summary: 'Set weights of members, with a reason',
      params: objectParams,
      body: jsonBody(directoryBodies.weights),
    }),
    right('Pool', 'update'),
    async (call) => {
      const { id } = call.params;
      const own = directoryCall(call, 'pool', id, { action: 'update', command: 'weights' });
      return changedObject(call, 'pool', await setWeights(call.parts.deps, own, { pool: id, ...call.body }));
    },
  ),
  endpoint(
    spec({
      method: 'post',
      path: '/api/v1/pools/{id}/make-ups',
      operationId: 'makeUp',
      tag: 'Pools',
      summary: 'Give a member items beside the ordinary share, until a time',
      params: objectParams,
      body: jsonBody(directoryBodies.makeUp),
    }),
    right('Pool', 'update'),
    async (call) => {
      const { id } = call.params;
      const { reason, ...makeUp } = call.body;
      const own = directoryCall(call, 'pool', id, { action: 'update', command: 'make-up' });
      return changedObject(
        call,
        'pool',
        await makeUpInPool(call.parts.deps, own, { pool: id, makeUp, reason }),
      );
    },
  ),
];

/** What is done to people, teams and pools beside changing their fields. */
export const members: readonly Endpoint[] = [...people, ...groups];
