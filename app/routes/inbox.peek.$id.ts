export { loader } from './inbox.peek.$id.server.ts';
