import { loader } from './_in.types.$slug.versions.$n.definition[.]yaml.server.ts';

export { loader };
