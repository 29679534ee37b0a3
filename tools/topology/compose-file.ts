import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { projectRoot } from '../../src/config/read';

/** Service of docker-compose.yml, as far as a plain process can run it. */
export interface ComposedService {
  readonly environment: Readonly<Record<string, string>>;
  /** Script that the service's shell runs, where its command is one. */
  readonly script: string;
}

/** Contents of docker-compose.yml, to run the same services without Docker. */
export interface ComposeFile {
  service(name: string): ComposedService;
  /** The content of a configuration file that it hands to a service. */
  config(name: string): string;
}

const schema = z.object({
  services: z.record(
    z.string(),
    z.object({
      environment: z.record(z.string(), z.coerce.string()).default({}),
      command: z.array(z.string()).default([]),
    }),
  ),
  configs: z.record(z.string(), z.object({ content: z.string() })),
});

/** Reads docker-compose.yml, so that what is tried is what is shipped. */
export function readComposeFile(): ComposeFile {
  const text = readFileSync(path.join(projectRoot, 'docker-compose.yml'), 'utf8');
  const { services, configs } = schema.parse(parse(text, { merge: true }));
  return {
    service(name) {
      const { environment, command } = found(services, name);
      // Compose writes a dollar sign twice where it is not to put something in its place itself.
      return { environment, script: (command[0] ?? '').replaceAll('$$', '$') };
    },
    config: (name) => found(configs, name).content,
  };
}

/** The same script, with what a machine of its own is called or keeps there put as it is here. */
export function putInto(script: string, places: Readonly<Record<string, string>>): string {
  return Object.entries(places).reduce((text, [there, here]) => {
    if (!text.includes(there)) throw new Error(`docker-compose.yml says "${there}" no more; look what it says now.`);
    return text.replaceAll(there, () => here);
  }, script);
}

function found<T>(all: Readonly<Record<string, T>>, name: string): T {
  const one = all[name];
  if (one === undefined) throw new Error(`docker-compose.yml has no ${name}.`);
  return one;
}
