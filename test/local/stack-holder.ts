// A program that starts a stack and stays until it is killed (abandoned-stack.test.ts).
import { startStack } from '../../local/stack';

async function hold(name: string): Promise<void> {
  const stack = await startStack({ name, temporal: false, given: {} });
  process.stdout.write(`${JSON.stringify([stack.mariadb?.port, stack.dovecot?.port, stack.lmtpPort, stack.smtp?.port])}\n`);
}

void hold(process.argv[2] ?? 'test-held');
