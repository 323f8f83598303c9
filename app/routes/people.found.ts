export { loader } from './people.found.server.ts';
