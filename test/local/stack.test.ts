import { Client, Connection } from '@temporalio/client';
import { createConnection } from 'mysql2/promise';
import { removeStack } from '../../local/stack-folder';
import { startStack, type Stack } from '../../local/stack';

const name = `test-${process.pid}-second`;
let second: Stack;

// The first stack is the one of all tests; this file starts another beside it.
beforeAll(async () => {
  second = await startStack({ name, headless: true, given: { PATH: process.env['PATH'] } });
});

afterAll(async () => {
  await second.stop();
  removeStack(name);
});

test('two stacks run side by side and share nothing', async () => {
  expect(second.databaseUrl).not.toBe(process.env['DATABASE_URL']);
  await query(second.databaseUrl, 'create table loges (numero int)');

  const [tables] = await query(process.env['DATABASE_URL'] ?? '', "show tables like 'loges'");

  expect(tables).toEqual([]);
});

test('a database of its own may be made for a test', async () => {
  await query(second.databaseUrl, 'create database contremarque_essai');

  const [rows] = await query(second.databaseUrl.replace(/contremarque$/, 'contremarque_essai'), 'select database() as name');

  expect(rows).toEqual([{ name: 'contremarque_essai' }]);
});

test('a name that is taken is refused with the process that holds it', async () => {
  await expect(startStack({ name, given: {} })).rejects.toThrow(`The stack "${name}" is already running (process ${process.pid})`);
});

test('servers that are given are used, and none of ours is started', async () => {
  const given = {
    DATABASE_URL: 'mysql://la/base',
    IMAP_URL: 'imap://le/courrier',
    SMTP_URL: 'smtp://la/poste',
    TEMPORAL_ADDRESS: 'ailleurs:7233',
  };

  const stack = await startStack({ name: `${name}-given`, given });

  expect(stack.env).toMatchObject(given);
  expect([stack.mariadb, stack.dovecot, stack.smtp, stack.temporal]).toEqual([undefined, undefined, undefined, undefined]);
  await stack.stop();
  removeStack(`${name}-given`);
});

test('half a mail host is refused in words', async () => {
  await expect(startStack({ name: `${name}-half`, given: { IMAP_URL: 'imap://le/courrier' } })).rejects.toThrow(
    'IMAP_URL and SMTP_URL belong together',
  );
});

test('Temporal killed and started again on the same port still knows its workflows', async () => {
  await startWorkflow('order-le-tour-du-lac');

  await second.temporal?.kill('SIGKILL');
  await second.temporal?.start();

  expect(await statusOf('order-le-tour-du-lac')).toBe('RUNNING');
});

test('MariaDB killed and started again still has its rows', async () => {
  await query(second.databaseUrl, 'create table fauteuils (rang char(1))');
  await query(second.databaseUrl, "insert into fauteuils values ('B')");

  await second.mariadb?.kill('SIGKILL');
  await second.mariadb?.start();

  const [rows] = await query(second.databaseUrl, 'select rang from fauteuils');
  expect(rows).toEqual([{ rang: 'B' }]);
});

async function query(url: string, sql: string) {
  const connection = await createConnection({ uri: url, connectTimeout: 30_000 });
  try {
    return await connection.query(sql);
  } finally {
    await connection.end();
  }
}

async function startWorkflow(workflowId: string): Promise<void> {
  await withClient((client) => client.workflow.start('orderWorkflow', { taskQueue: 'nobody-works-here', workflowId }));
}

async function statusOf(workflowId: string): Promise<string> {
  const { status } = await withClient((client) => client.workflow.getHandle(workflowId).describe());
  return status.name;
}

async function withClient<T>(ask: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: second.temporalAddress ?? '' });
  try {
    return await ask(new Client({ connection, namespace: 'contremarque' }));
  } finally {
    await connection.close();
  }
}
