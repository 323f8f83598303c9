import { operate } from '../operate.ts';
import { UsageError, type Verb, type VerbCall } from '../verb.ts';

/** `signalbox person create`: a person, or a service identity. */
export const personCreate: Verb = {
  usage: `signalbox person create <id> --name "<name>" [--email <address>] [--system-role <role,…>] [--role <role,…>]
                        [--zone <Europe/Paris>] [--country <FR>] [--title "<title>"] [--manager <id>] [--service] [--json]

Makes a person. With an e-mail address it prints a link, good once and for 24 h, with which they set their password.
  --system-role  requester, agent, approver, designer, auditor, admin; requester unless told otherwise
  --role         roles of the organisation
  --service      a service identity, which signs in by token only`,
  options: {
    name: { type: 'string' },
    email: { type: 'string' },
    'system-role': { type: 'string', multiple: true },
    role: { type: 'string', multiple: true },
    zone: { type: 'string' },
    country: { type: 'string' },
    title: { type: 'string' },
    manager: { type: 'string' },
    service: { type: 'boolean' },
  },
  words: { least: 1, most: 1 },
  async run(call) {
    const [id = ''] = call.words;
    const args = { id, fields: fieldsOf(call) };
    const made = (await operate(call, 'create-person', args)) as {
      id: string;
      rev: number;
      link: string | null;
    };
    if (call.json) call.io.out(`${JSON.stringify(made)}\n`);
    else {
      call.io.out(`${id} is there now.\n`);
      if (made.link !== null) call.io.out(`To set a password, once and within 24 h: ${made.link}\n`);
    }
    return 0;
  },
};

function fieldsOf(call: VerbCall): Record<string, string | string[]> {
  const name = call.text('name');
  if (name === undefined) throw new UsageError('Say the name with --name.');
  const systemRoles = call.list('system-role');
  const given = {
    email: call.text('email'),
    zone: call.text('zone'),
    country: call.text('country'),
    title: call.text('title'),
    managerId: call.text('manager'),
  };
  const texts = Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  return {
    kind: call.flag('service') ? 'service' : 'person',
    name,
    systemRoles: systemRoles.length === 0 ? ['requester'] : [...systemRoles],
    roles: [...call.list('role')],
    ...Object.fromEntries(texts),
  };
}
