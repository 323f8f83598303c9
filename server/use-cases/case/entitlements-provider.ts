import type { FactProvider } from './fact-providers.ts';

/**
 * The roles and groups the person a request is for has at present, for requests that ask for more of them.
 * Config: `{of: "roles"|"groups"}`; default both.
 */
export const entitlementsProvider: FactProvider = {
  id: 'entitlements',
  deadlineMs: 500,
  answer(input, config) {
    const person = input.behalf ?? input.requester;
    if (person === undefined) return Promise.reject(new Error('it is not known for whom this is'));
    const of = config['of'];
    const held = [...(of === 'groups' ? [] : person.roles), ...(of === 'roles' ? [] : person.groups)];
    return Promise.resolve([...new Set(held)].sort());
  },
};
