import { dispatch } from './dispatch.ts';

// What a pipe does not take any more is not missed: `signalbox … | head` ends quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await dispatch(process.argv.slice(2), {
  stdin: process.stdin,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});

// A connection that will not end must not keep a finished command alive.
setTimeout(() => process.exit(), 2_000).unref();
