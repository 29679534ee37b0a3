import { putInto, readComposeFile } from '../../../tools/topology/compose-file';
import { asComposed } from '../../../tools/topology/temporal-on-postgres';

const composed = asComposed({
  programs: '/programs',
  postgres: new URL('postgres://somebody:a-password@127.0.0.1:54321/records'),
  passwordFile: '/here/password',
  settingsFile: '/here/settings.yaml',
  ports: {
    ...{ FRONTEND_GRPC_PORT: 1, FRONTEND_MEMBERSHIP_PORT: 2, FRONTEND_HTTP_PORT: 3, HISTORY_GRPC_PORT: 4 },
    ...{ HISTORY_MEMBERSHIP_PORT: 5, MATCHING_GRPC_PORT: 6, MATCHING_MEMBERSHIP_PORT: 7, WORKER_GRPC_PORT: 8 },
    ...{ WORKER_MEMBERSHIP_PORT: 9, METRICS_PORT: 10 },
  },
});

describe('Temporal as docker-compose.yml has it, without Docker', () => {
  test('makes its tables by the script that is shipped, with the places of this machine in it', () => {
    expect(composed.makeTables).toContain('--ep 127.0.0.1 -u somebody -p 54321 --db "$db"');
    expect(composed.makeTables).toContain('"$(cat /here/password)"');
    expect(composed.makeTables).toContain('/programs/schema/postgresql/v12/${part##*:}/versioned');
    expect(composed.makeTables).not.toMatch(/\/run\/secrets|\/etc\/temporal|temporal-db|\$\$/);
    expect(composed.makeNamespace).not.toMatch(/\/run\/secrets|\/etc\/temporal|\$\$/);
  });

  test('has every setting of the server, and each place in it is of this machine', () => {
    const shipped = readComposeFile().service('temporal').environment;
    expect(Object.keys(composed.environment)).toEqual(expect.arrayContaining(Object.keys(shipped)));
    const replaced = Object.keys(shipped).filter((name) => shipped[name] !== composed.environment[name]);
    expect(replaced.sort()).toEqual([
      'BIND_ON_IP',
      'DB_PORT',
      'DYNAMIC_CONFIG_FILE_PATH',
      'POSTGRES_SEEDS',
      'POSTGRES_USER',
      'PROMETHEUS_ENDPOINT',
    ]);
    expect(composed.settings).toContain('frontend.WorkflowTimeSkippingEnabled');
  });

  test('a place that the compose file no longer names is said', () => {
    expect(() => putInto('psql --host db', { 'temporal-db': '127.0.0.1' })).toThrow('says "temporal-db" no more');
  });
});
