import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDefinitionYaml } from '../../../../domain/definition/definition-yaml.ts';
import { type BuiltCli, buildCli, type CliServer } from '../../../support/built-cli.ts';
import { smallType } from '../../../support/small-type.ts';

let cli: BuiltCli;
beforeAll(async () => {
  cli = await buildCli();
});
afterAll(() => cli?.remove());

const gallery = join(import.meta.dirname, '../../../../server/gallery/vendor-onboarding.yaml');

describe('words that cannot be understood', () => {
  it('name what there is, with exit code 2', async () => {
    const unknown = await cli.run(['definitons']);
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toMatch(/There is: .*start.*backup, restore/);
    const half = await cli.run(['definitions', 'chekc']);
    expect(half.code).toBe(2);
    expect(half.err).toContain('definitions check, definitions test, definitions export');
    const option = await cli.run(['token', 'create', '--perso', 'x']);
    expect(option.code).toBe(2);
    expect(option.err).toContain('--person, --name, --scope, --expires');
    expect((await cli.run(['backup'])).code).toBe(2);
    expect((await cli.run(['backup', 'a', 'b'])).err).toContain('“b” is one word too many');
    expect((await cli.run(['token', 'create', '--scope', 'admin'])).err).toContain('--person');
  });

  it('are told as JSON where JSON is asked for', async () => {
    for (const args of [
      ['nonsense', '--json'],
      ['restore', '--json'],
      ['rebuild', '--bogus', '--json'],
    ]) {
      const { code, out } = await cli.run(args);
      expect(code).toBe(2);
      expect(JSON.parse(out).error.code).toBe('USAGE');
    }
  });
});

describe('help', () => {
  it('lists every verb, and says how each is called', async () => {
    const { code, out } = await cli.run(['help']);
    expect(code).toBe(0);
    const verbs = [...out.matchAll(/^ {2}([a-z]+(?: [a-z]+)?) {2,}/gm)].map(([, verb = '']) => verb);
    expect(verbs).toEqual(
      expect.arrayContaining(['demo', 'start', 'backup', 'restore', 'release', 'rebuild', 'verify']),
    );
    for (const verb of verbs) {
      const told = await cli.run(['help', ...verb.split(' ')]);
      expect(told.code).toBe(0);
      expect(told.out).toContain(`signalbox ${verb}`);
    }
  });
});

describe('definitions in files', () => {
  it('are checked and tested without any store', async () => {
    const env = { SIGNALBOX_DATA: '/proc/nowhere' };
    expect(await cli.run(['definitions', 'check', gallery], env)).toMatchObject({ code: 0 });
    const junit = join(cli.freshDirectory(), '..', 'junit.xml');
    const tested = await cli.run(['definitions', 'test', gallery, '--junit', junit, '--json'], env);
    expect(tested.code).toBe(0);
    const [{ run }] = JSON.parse(tested.out);
    expect(run.results.length).toBeGreaterThanOrEqual(10);
    const xml = await readFile(junit, 'utf8');
    expect(xml.match(/<testcase /g)).toHaveLength(run.results.length);
    expect(xml).toContain(`tests="${run.results.length}" failures="0"`);
  });

  it('are refused with place and mend, and failing tests are shown', async () => {
    const broken = join(cli.freshDirectory(), '..', 'broken.yaml');
    await writeFile(broken, (await readFile(gallery, 'utf8')).replace('initial: ', 'initial: nowhere-'));
    const checked = await cli.run(['definitions', 'check', broken]);
    expect(checked.code).toBe(1);
    expect(checked.out).toContain('/workflow/initial');
    const tested = await cli.run(['definitions', 'test', broken]);
    expect(tested.code).toBe(1);
    await writeFile(broken, 'slug: [');
    const unreadable = await cli.run(['definitions', 'check', broken, '--json']);
    expect(unreadable.code).toBe(1);
    expect(JSON.parse(unreadable.out)[0].problems[0].message).toContain('Line 1');
    expect((await cli.run(['definitions', 'check', '/no/such/file'])).code).toBe(2);
    const failing = JSON.parse(JSON.stringify(smallType));
    failing.tests = [
      {
        id: 't1',
        title: 'Goes <to> the desk & nowhere else',
        at: '2026-03-02T10:00:00Z',
        input: { values: { item: 'x', amount: { amount: 1, currency: 'EUR' } } },
        expect: { queue: 'desk' },
      },
    ];
    await writeFile(broken, writeDefinitionYaml(failing));
    const junit = join(cli.freshDirectory(), '..', 'failing.xml');
    const failed = await cli.run(['definitions', 'test', broken, '--junit', junit]);
    expect(failed.code).toBe(1);
    expect(await readFile(junit, 'utf8')).toContain('&lt;to&gt; the desk &amp; nowhere else');
  });
});

const json = (text: string) => JSON.parse(text.trim().split('\n').at(-1) ?? '');

for (const running of [false, true]) {
  describe(`verbs on a store ${running ? 'of a running product' : 'nobody has open'}`, () => {
    let env: Record<string, string>;
    let server: CliServer | undefined;
    beforeAll(async () => {
      env = { SIGNALBOX_DATA: cli.freshDirectory() };
      if (running) server = await cli.serve(['start'], env);
    });
    afterAll(async () => {
      if (server !== undefined) expect(await server.end('SIGTERM')).toBe(0);
    });

    it('show the key the log is signed with', async () => {
      const { out } = await cli.run(['key'], env);
      expect(out).toMatch(/^Fingerprint: (?:[0-9a-f]{4} ){7}[0-9a-f]{4}\nPublic key: {2}MCow\S{56}\n$/);
    });

    it('make people and tokens', async () => {
      const made = await cli.run(
        [
          'person',
          'create',
          'ada',
          '--name',
          'Ada',
          '--email',
          'ada@example.test',
          '--system-role',
          'admin,designer',
          '--json',
        ],
        env,
      );
      expect(made).toMatchObject({ code: 0, err: '' });
      expect(json(made.out)).toMatchObject({ id: 'ada', rev: 1 });
      expect(json(made.out).link).toMatch(/\/welcome\/\S{20,}$/);
      const again = await cli.run(['person', 'create', 'ada', '--name', 'Ada', '--json'], env);
      expect(again.code).toBe(1);
      expect(json(again.out).error.code).toBe('CONFLICT');
      const service = await cli.run(['person', 'create', 'bot', '--name', 'Bot', '--service'], env);
      expect(service).toMatchObject({ code: 0, out: 'bot is there now.\n' });
      const token = await cli.run(
        [
          'token',
          'create',
          '--person',
          'ada',
          '--scope',
          'admin',
          '--scope',
          'cases:read',
          '--expires',
          '12h',
          '--json',
        ],
        env,
      );
      expect(token.code).toBe(0);
      const { secret, expiresAt } = json(token.out);
      expect(secret).toMatch(/^sbx_/);
      expect(Math.abs(expiresAt - Date.now() - 12 * 3_600_000)).toBeLessThan(60_000);
      if (server !== undefined) {
        const answer = await fetch(`${server.address}/api/v1/me`, {
          headers: { authorization: `Bearer ${secret}` },
        });
        expect(answer.status).toBe(200);
      }
      const wrong = await cli.run(['token', 'create', '--person', 'ada', '--scope', 'everything'], env);
      expect(wrong.code).toBe(1);
      expect(wrong.err).toContain('cases:read');
    });

    it('take a definition in, refuse to publish what the organisation lacks, and hand it out', async () => {
      const file = join(env['SIGNALBOX_DATA'] ?? '', '..', `small-${running}.yaml`);
      await writeFile(file, writeDefinitionYaml(JSON.parse(JSON.stringify(smallType))));
      expect(json((await cli.run(['definitions', 'import', file, '--json'], env)).out)).toEqual({
        slug: 'purchase',
        rev: 1,
      });
      const publish = ['definitions', 'publish', 'purchase', '--reason', 'first', '--json'];
      for (const words of [publish, [...publish, '--base', '1']])
        expect((await cli.run(words, env)).out).toContain('"DEFINITION_INVALID"');
      expect((await cli.run([...publish, '--base', 'live'], env)).code).toBe(2);
      const draft = await cli.run(['definitions', 'export', 'purchase', '--draft'], env);
      expect(draft).toMatchObject({ code: 0, out: await readFile(file, 'utf8') });
      const live = await cli.run(['definitions', 'export', 'purchase'], env);
      expect(live.code).toBe(1);
      expect(
        (await cli.run(['definitions', 'export', 'purchase', '--draft', '--version', '1'], env)).code,
      ).toBe(2);
    });

    it('build projections anew', async () => {
      const { code, out } = await cli.run(['rebuild', '--json'], env);
      expect(code).toBe(0);
      expect(json(out).documents).toBeGreaterThan(3);
    });

    it('back up, refuse to overwrite, and restore into an empty store only', async () => {
      const file = join(env['SIGNALBOX_DATA'] ?? '', '..', `backup-${running}.jsonl`);
      await cli.run(['person', 'create', 'zoe', '--name', 'Zoe'], env);
      const written = await cli.run(['backup', file, '--json'], env);
      expect(written.code).toBe(0);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      expect((await cli.run(['backup', file], env)).err).toContain('exists already');
      const here = await cli.run(['restore', file], env);
      expect(here.code).toBe(1);
      expect(here.err).toContain(running ? 'in use by process' : 'not empty');
      const other = cli.freshDirectory();
      const closed = await cli.run(['restore', file], { SIGNALBOX_DATA: other });
      expect(closed.code).toBe(1);
      expect(closed.err).toContain('Set SIGNALBOX_SECRET');
      const secret = (await readFile(join(env['SIGNALBOX_DATA'] ?? '', 'secret'), 'utf8')).trim();
      const target = { SIGNALBOX_DATA: other, SIGNALBOX_SECRET: secret };
      const restored = await cli.run(['restore', file, '--json'], target);
      expect(restored).toMatchObject({ code: 0 });
      expect(json(restored.out)).toMatchObject({ from: json(written.out).position, generation: 2 });
      expect(json((await cli.run(['release', '--json'], target)).out)).toEqual({ released: 0 });
      expect((await cli.run(['token', 'create', '--person', 'zoe', '--scope', 'admin'], target)).code).toBe(
        0,
      );
      const damaged = join(other, 'damaged.jsonl');
      await writeFile(damaged, (await readFile(file, 'utf8')).replace('person:zoe', 'person:eve'));
      const refused = await cli.run(['restore', damaged, '--json'], {
        SIGNALBOX_DATA: cli.freshDirectory(),
        SIGNALBOX_SECRET: secret,
      });
      expect(refused.code).toBe(1);
      expect(json(refused.out).error.code).toBe('BACKUP_UNUSABLE');
    });
  });
}

describe('a product that is started', () => {
  it('prints its address and a link for the first administrator, keeps its socket to its user, and stops in order', async () => {
    const env = { SIGNALBOX_DATA: cli.freshDirectory() };
    const server = await cli.serve(['start'], env);
    expect(server.said()).toMatch(/Open this once, within 24 h: http:\/\/localhost:\d+\/welcome\//);
    const socket = await stat(join(env.SIGNALBOX_DATA, 'control.sock'));
    expect(socket.isSocket()).toBe(true);
    expect(socket.mode & 0o777).toBe(0o600);
    expect((await fetch(`${server.address}/readyz`)).status).toBe(200);
    const second = await cli.run(['start'], env);
    expect(second.code).toBe(1);
    expect(second.err).toContain('in use by process');
    expect(await server.end('SIGTERM')).toBe(0);
    await expect(stat(join(env.SIGNALBOX_DATA, 'control.sock'))).rejects.toThrow('ENOENT');
  });

  it('leaves a socket behind when it is killed, which nobody minds', async () => {
    const env = { SIGNALBOX_DATA: cli.freshDirectory() };
    const server = await cli.serve(['start'], env);
    await cli.run(['person', 'create', 'ada', '--name', 'Ada', '--system-role', 'admin'], env);
    await server.end('SIGKILL');
    expect((await stat(join(env.SIGNALBOX_DATA, 'control.sock'))).isSocket()).toBe(true);
    expect((await cli.run(['token', 'create', '--person', 'ada', '--scope', 'admin'], env)).code).toBe(0);
    const again = await cli.serve(['start'], env);
    expect(again.said()).not.toContain('administers');
    expect((await cli.run(['rebuild'], env)).code).toBe(0);
    expect(await again.end('SIGINT')).toBe(0);
  });

  it('reaches a running product in a directory too deep for a socket’s name', async () => {
    const env = { SIGNALBOX_DATA: join(cli.freshDirectory(), 'deep'.repeat(30)) };
    const server = await cli.serve(['start'], env);
    expect((await cli.run(['rebuild'], env)).code).toBe(0);
    expect(await server.end('SIGTERM')).toBe(0);
  });

  it('refuses a store whose restore was killed in the middle', async () => {
    const env = { SIGNALBOX_DATA: cli.freshDirectory() };
    const from = await cli.serve(['start'], env);
    for (const id of ['ada', 'bob', 'cid']) await cli.run(['person', 'create', id, '--name', id], env);
    const file = join(env.SIGNALBOX_DATA, 'backup.jsonl');
    expect((await cli.run(['backup', file], env)).code).toBe(0);
    await from.end('SIGTERM');
    const secret = (await readFile(join(env.SIGNALBOX_DATA, 'secret'), 'utf8')).trim();
    const target = { SIGNALBOX_DATA: cli.freshDirectory(), SIGNALBOX_SECRET: secret };
    const restoring = cli.begin(['restore', file], target);
    await new Promise<void>((resolve) =>
      restoring.stderr?.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes('Restoring')) resolve();
      }),
    );
    restoring.kill('SIGKILL');
    await new Promise((resolve) => restoring.once('close', resolve));
    const started = await cli.run(['start'], target);
    expect(started.code).toBe(1);
    expect(started.err).toContain('did not come to its end');
  });
});
