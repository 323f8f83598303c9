export { loader } from './_in.directory._index.server.ts';
