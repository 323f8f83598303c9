import { loader } from './_in.types.$slug.draft_.definition[.]yaml.server.ts';

export { loader };
