import { callVerb } from './call-verb.ts';
import type { CliIo, ExitCode, Verb } from './verb.ts';

/** A verb that is loaded when it is called, so that every other one starts fast. */
interface LazyVerb {
  readonly summary: string;
  readonly load: () => Promise<Verb>;
}

const verbs: Readonly<Record<string, LazyVerb>> = {
  start: {
    summary: 'runs the product',
    load: async () => (await import('./verbs/start.ts')).startVerb,
  },
  demo: {
    summary: 'runs the product over a company to try',
    load: async () => (await import('./verbs/demo.ts')).demoVerb,
  },
  backup: {
    summary: 'writes everything to a file, verified',
    load: async () => (await import('./verbs/backup.ts')).backupVerb,
  },
  restore: {
    summary: 'restores a backup into an empty store',
    load: async () => (await import('./verbs/restore.ts')).restoreVerb,
  },
  release: {
    summary: 'lets out what a restore holds back',
    load: async () => (await import('./verbs/release.ts')).releaseVerb,
  },
  rebuild: {
    summary: 'builds inboxes and lists anew',
    load: async () => (await import('./verbs/rebuild.ts')).rebuildVerb,
  },
  key: {
    summary: 'shows the key the log is signed with',
    load: async () => (await import('./verbs/key.ts')).keyVerb,
  },
  'definitions check': {
    summary: 'names everything wrong with definitions in files',
    load: async () => (await import('./verbs/definitions-check.ts')).definitionsCheck,
  },
  'definitions test': {
    summary: 'runs the tests of definitions in files',
    load: async () => (await import('./verbs/definitions-test.ts')).definitionsTest,
  },
  'definitions export': {
    summary: 'writes a request type as YAML',
    load: async () => (await import('./verbs/definitions-export.ts')).definitionsExport,
  },
  'definitions import': {
    summary: 'saves a file as the draft of its request type',
    load: async () => (await import('./verbs/definitions-import.ts')).definitionsImport,
  },
  'definitions publish': {
    summary: 'makes the draft of a request type its live version',
    load: async () => (await import('./verbs/definitions-publish.ts')).definitionsPublish,
  },
  'token create': {
    summary: 'makes an API token',
    load: async () => (await import('./verbs/token-create.ts')).tokenCreate,
  },
  'person create': {
    summary: 'makes a person or a service identity',
    load: async () => (await import('./verbs/person-create.ts')).personCreate,
  },
  'person link': {
    summary: 'makes a new link to set a password',
    load: async () => (await import('./verbs/person-link.ts')).personLink,
  },
};

/** Runs the command line on the arguments behind the program's name; resolves to the exit code. */
export async function dispatch(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  const [first = 'help', second = ''] = argv;
  if (first === 'verify') return (await import('./verify-main.ts')).verifyMain(argv.slice(1), io);
  if (first === 'help' || first === '--help' || first === '-h') return help(argv.slice(1), io);
  const two = Object.hasOwn(verbs, `${first} ${second}`);
  const verb = two ? verbs[`${first} ${second}`] : Object.hasOwn(verbs, first) ? verbs[first] : undefined;
  if (verb !== undefined) return callVerb(await verb.load(), argv.slice(two ? 2 : 1), io);
  const words = Object.keys(verbs).filter((name) => name.startsWith(`${first} `));
  const there = words.length > 0 ? words : [...Object.keys(verbs), 'verify', 'help'];
  const asked = words.length > 0 && second !== '' ? `${first} ${second}` : first;
  const message = `There is no “signalbox ${asked}”. There is: ${there.join(', ')}.`;
  if (argv.includes('--json'))
    io.out(`${JSON.stringify({ error: { code: 'USAGE', message, details: [] } })}\n`);
  else io.err(`${message}\n`);
  return 2;
}

async function help(about: readonly string[], io: CliIo): Promise<ExitCode> {
  const name = about.filter((word) => !word.startsWith('-')).join(' ');
  if (name === 'verify') return (await import('./verify-main.ts')).verifyMain(['--help'], io);
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb !== undefined) return callVerb(await verb.load(), ['--help'], io);
  const lines = [
    ...Object.entries(verbs).map(([verbName, { summary }]) => `  ${verbName.padEnd(22)}${summary}`),
    `  ${'verify'.padEnd(22)}checks an export of the log, offline`,
    `  ${'help <verb>'.padEnd(22)}says how a verb is called`,
  ];
  const { environmentSchema } = await import('../config/environment.ts');
  io.out(
    `signalbox <verb> [--json]\n\n${lines.join('\n')}\n\nExit codes: 0 done, 1 refused or failed, 2 not understood.\n` +
      `Environment (README.md says what each is for):\n  ${Object.keys(environmentSchema.shape).join('\n  ')}\n`,
  );
  return 0;
}
