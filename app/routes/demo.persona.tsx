export { action, loader } from './demo.persona.server.ts';
