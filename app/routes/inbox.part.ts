export { loader } from './inbox.part.server.ts';
