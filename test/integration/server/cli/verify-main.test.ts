import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readLines } from '../../../../server/cli/read-lines.ts';
import { verifyMain } from '../../../../server/cli/verify-main.ts';
import { keyBytes, keyFingerprint, verifySignature } from '../../../../server/connectors/verify-signature.ts';
import { sampleKey, sampleLog } from '../../../unit/domain/ledger/sample-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

const log = sampleLog(33);
const lines = log.complete();
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const good = file('good.jsonl', `${lines.join('\n')}\n`);
const kept = file('checkpoint.json', JSON.stringify(log.checkpoints[1]));

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function run(argv: readonly string[], stdin = ''): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await verifyMain(argv, {
    stdin: chunksOf(Buffer.from(stdin), 100),
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
  });
  return { code, out: out.join(''), err: err.join('') };
}

describe('signalbox verify', () => {
  it('exits with 0 on a good export and says so', async () => {
    const { code, out, err } = await run([good, '--key', log.key.publicKey, '--checkpoint', kept]);
    expect(code).toBe(0);
    expect(out).toMatch(/^VERIFIED\n/);
    expect(out).toContain(`Key: ${keyFingerprint(log.key.publicKey)}, as you expected`);
    expect(out).toContain('Your checkpoint of 20 events: agrees');
    expect(err).toBe('');
  });

  it('reads standard input, with or without a last line end', async () => {
    expect((await run(['-'], `${lines.join('\n')}\n`)).code).toBe(0);
    expect((await run(['-'], lines.join('\n'))).code).toBe(0);
  });

  it('exits with 1 on a changed export and names the place', async () => {
    const { code, out } = await run(['-'], lines.toSpliced(5, 1).join('\n'));
    expect(code).toBe(1);
    expect(out).toMatch(
      /^NOT VERIFIED\n {2}line 6, position 6, stream [^:]+: position 5 is missing \[position\]\n/,
    );
  });

  it('knows the key by its fingerprint, however it is spaced', async () => {
    const fingerprint = keyFingerprint(log.key.publicKey);
    for (const text of [
      fingerprint,
      fingerprint.replaceAll(' ', ''),
      fingerprint.toUpperCase().replaceAll(' ', ':'),
    ]) {
      const { code, out } = await run([good, '--key', text]);
      expect([text, code]).toEqual([text, 0]);
      expect(out).toContain(`Key: ${fingerprint}, as you expected`);
    }
    const other = keyFingerprint(sampleKey().publicKey);
    const { code, out } = await run([good, '--key', other]);
    expect(code).toBe(1);
    expect(out).toContain('the export names another key than the one you expect');
    expect(out).toContain(`Key: ${fingerprint}, taken from the file`);
  });

  it('exits with 1 when the key or the checkpoint is another one', async () => {
    expect((await run([good, '--key', sampleKey().publicKey])).code).toBe(1);
    const other = file('other.json', JSON.stringify(sampleLog(20).checkpoints[1]));
    expect((await run([good, '--checkpoint', other])).code).toBe(1);
  });

  it('prints the report as JSON', async () => {
    const { code, out } = await run(['--json', good]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      verified: true,
      rows: 33,
      keyExpected: false,
      keyFingerprint: keyFingerprint(log.key.publicKey),
    });
  });

  it('exits with 2 on what is no export', async () => {
    expect(await run(['-'])).toMatchObject({
      code: 2,
      out: 'UNUSABLE\n  line 1: the file is empty [header]\n',
    });
    expect((await run(['-'], 'position,time\n1,2\n')).code).toBe(2);
  });

  it.each([
    ['no file', [], 'Name one file'],
    ['two files', [good, good], 'Name one file'],
    ['an unknown option', ['--jsn', good], '--jsn is not an option'],
    ['an option without its value', [good, '--key'], '--key needs a value'],
    ['a key that is none', [good, '--key', 'abc'], '--key must be the base64 text'],
    ['a file that is not there', [join(folder, 'none')], 'ENOENT'],
    ['a folder', [folder], 'EISDIR'],
    ['a checkpoint that is not there', [good, '--checkpoint', join(folder, 'none')], 'ENOENT'],
    ['a checkpoint that is none', [good, '--checkpoint', good], 'does not hold a signed checkpoint'],
  ])('exits with 2 and says why on %s', async (_, argv, words) => {
    const { code, out, err } = await run(argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
  });

  it('exits with 2 on a line without end', async () => {
    const { code, err } = await run([file('long', Buffer.alloc(17 * 1024 * 1024, 'x'))]);
    expect([code, err]).toEqual([2, 'a line is longer than 16 MiB\n']);
  });

  it('shows how it is used', async () => {
    expect(await run(['--help'])).toMatchObject({ code: 0, err: '' });
    expect((await run(['-h'])).out).toMatch(/^signalbox verify </);
  });

  it('does not hide a bug of its own', async () => {
    const io = { stdin: chunksOf(Buffer.of(), 1), out: () => undefined, err: () => undefined };
    const broken = {
      ...io,
      out: () => {
        throw new Error('out is broken');
      },
    };
    await expect(verifyMain([good], broken)).rejects.toThrow('out is broken');
  });
});

describe('lines of a stream', () => {
  it('come out the same however the bytes are cut, within a character too', async () => {
    const bytes = Buffer.from('grün ✓\n\n😀 x\nlast');
    for (let size = 1; size <= bytes.length; size += 1) {
      const taken: string[] = [];
      await readLines(chunksOf(bytes, size), (line) => void taken.push(line));
      expect(taken).toEqual(['grün ✓', '', '😀 x', 'last']);
    }
  });

  it('are unlike any text where the bytes are no UTF-8', async () => {
    const taken: string[] = [];
    await readLines(
      chunksOf(Buffer.from([0x61, 0xff, 0x0a, 0xef, 0xbf, 0xbd, 0x0a]), 3),
      (line) => void taken.push(line),
    );
    expect(taken).toEqual(['not UTF-8: a\ufffd', '\ufffd']);
  });
});

describe('signatures by node', () => {
  // RFC 8032, 7.1, test 2.
  const publicKey = Buffer.from(
    '302a300506032b65700321003d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    'hex',
  ).toString('base64');
  const signature = Buffer.from(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    'hex',
  ).toString('base64');

  it('hold for the published one and for no other text, key or signature', () => {
    expect(verifySignature(publicKey, 'r', signature)).toBe(true);
    expect(verifySignature(publicKey, 's', signature)).toBe(false);
    expect(verifySignature(sampleKey().publicKey, 'r', signature)).toBe(false);
    expect(verifySignature('', 'r', signature)).toBe(false);
    expect(verifySignature(publicKey, 'r', '')).toBe(false);
    expect(verifySignature(publicKey, 'r', signature.replace('==', '='))).toBe(false);
    expect(verifySignature(publicKey, 'r', `${signature.slice(0, -3)}B==`)).toBe(false);
  });

  it('take only the one way to write a key', () => {
    expect(keyBytes(publicKey)).toHaveLength(44);
    expect(keyBytes(publicKey.replace('K2Vw', 'K2Vx'))).toBeUndefined();
    expect(keyBytes(publicKey.replace('=', ''))).toBeUndefined();
    expect(keyBytes(` ${publicKey}`)).toBeUndefined();
  });
});
