import { chmod, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scope } from '../../domain/access/scopes.ts';
import { createRandomIds } from '../clock/random-ids.ts';
import { setPassword } from '../identity/credentials.ts';
import { demoPersonas, type PersonaName } from '../identity/demo-personas.ts';
import { newSecret } from '../identity/secret.ts';
import { createToken } from '../use-cases/directory/tokens.ts';
import { demoPeople } from './company/people.ts';
import type { DemoStage } from './demo-stage.ts';

/** The file in the data directory that opens the demo to each of its personas. */
export const demoTokensFile = 'demo-tokens.json';

/** Enough for all that everybody may do: their cases, what can be requested, their own leave, absence, delegations and tokens. */
const everybody: readonly Scope[] = ['cases:write', 'definitions:read', 'directory:write', 'metrics:read'];

const scopesOf: Readonly<Record<PersonaName, readonly Scope[]>> = {
  requester: everybody,
  handler: everybody,
  approver: everybody,
  designer: [
    ...(['cases:write', 'definitions:write', 'directory:write', 'connections:read'] as const),
    ...(['log:read', 'metrics:read'] as const),
  ],
  auditor: [...everybody, 'connections:read', 'log:read'],
  administrator: ['admin'],
  agent: ['cases:read', 'cases:write'],
};

/** One of each kind of user, with the scopes that their roles can use, and a software agent, which works on cases alone. */
export const personas = demoPersonas.map(({ persona, person }) => ({
  persona,
  person,
  scopes: scopesOf[persona],
}));

interface DemoAccess {
  readonly persona: string;
  readonly person: string;
  readonly name: string;
  readonly email: string | null;
  readonly password: string | null;
  readonly token: string;
}

/** Makes a token for each persona and a password for each who signs in; secrets come from real randomness, whatever the seed. */
export async function makeDemoAccess(stage: DemoStage): Promise<readonly DemoAccess[]> {
  const { deps } = stage.services;
  const secrets = { ...deps, ids: createRandomIds(stage.clock) };
  const made: DemoAccess[] = [];
  for (const { persona, person, scopes } of personas) {
    const call = {
      actor: { kind: 'system', id: 'demo' } as const,
      command: stage.command(['token', persona]),
    };
    const token = { personId: person, name: `Demo: ${persona}`, scopes, expiresAt: null };
    const { secret } = await createToken(secrets, call, token);
    const found = demoPeople.find(({ id }) => id === person);
    const isPerson = found?.kind === 'person';
    const password = isPerson ? newSecret(secrets.ids).slice(0, 16) : null;
    if (password !== null) await setPassword(deps.store, person, password, stage.clock.now());
    made.push({
      persona,
      person,
      name: found?.name ?? person,
      email: isPerson ? `${person}@kestrel.example` : null,
      password,
      token: secret ?? '',
    });
  }
  return made;
}

/** Writes the tokens and passwords where only the owner of the data directory reads them; answers the file's path. */
export async function writeDemoAccess(directory: string, access: readonly DemoAccess[]): Promise<string> {
  const file = join(directory, demoTokensFile);
  const unfinished = `${file}.new`;
  const text = `${JSON.stringify({ note: 'An invented company: these open the demo.', personas: access }, null, 2)}\n`;
  await writeFile(unfinished, text, { mode: 0o600 });
  await chmod(unfinished, 0o600);
  await rename(unfinished, file);
  return file;
}
