import { verifyMain } from './verify-main.ts';

process.exitCode = await verifyMain(
  process.argv[2] === 'verify' ? process.argv.slice(3) : process.argv.slice(2),
  {
    stdin: process.stdin,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  },
);
