import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { homeFor, type Account } from './account';
import { freePort, onFreePort } from './ports';
import { startProcess, untilAnswers } from './process';
import type { Place, Service } from './service';

const DOVECOT = '/usr/sbin/dovecot';

export type DovecotOptions = { readonly durable?: boolean };

/** A Dovecot of our own, IMAP and LMTP on the loopback interface. Every address has a mailbox; every password is `secret`. */
export async function startDovecot(place: Place, options: DovecotOptions = {}): Promise<Service & { readonly lmtpPort: number }> {
  requireVersion23();
  const home = homeFor(place.account, join(place.dir, 'dovecot'));
  for (const folder of ['run', 'state', 'mail']) ownFolder(place.account, join(home, folder));
  const config = join(home, 'dovecot.conf');

  const launch = async (imapPort: number, lmtpPort: number) => {
    writeFileSync(config, configuration({ home, account: place.account, imapPort, lmtpPort, durable: options.durable === true }));
    const server = startProcess({
      name: 'Dovecot',
      command: DOVECOT,
      args: ['-c', config, '-F'],
      cwd: home,
      log: join(place.dir, 'dovecot.log'),
      account: place.account,
    });
    await untilAnswers(server, () => greets(imapPort, '* OK'));
    await untilAnswers(server, () => greets(lmtpPort, '220 '));
    return { imapPort, lmtpPort, server };
  };
  let running = await onFreePort(async (imapPort) => launch(imapPort, await freePort()));
  return {
    name: 'Dovecot',
    port: running.imapPort,
    lmtpPort: running.lmtpPort,
    start: async () => {
      running = await launch(running.imapPort, running.lmtpPort);
    },
    stop: () => running.server.stop(),
    kill: (signal) => running.server.kill(signal),
  };
}

// The configuration's language changed in 2.4 without a common subset, so an unknown version is named rather than tried.
function requireVersion23(): void {
  const version = execFileSync(DOVECOT, ['--version'], { encoding: 'utf8' }).trim();
  if (!version.startsWith('2.3.'))
    throw new Error(`Dovecot 2.3 is needed (Debian 12 has it); this machine has ${version}. Use docker compose.`);
}

function ownFolder(account: Account, dir: string): void {
  mkdirSync(dir, { recursive: true });
  chownSync(dir, account.uid, account.gid);
}

type Shape = {
  readonly home: string;
  readonly account: Account;
  readonly imapPort: number;
  readonly lmtpPort: number;
  readonly durable: boolean;
};

function configuration({ home, account, imapPort, lmtpPort, durable }: Shape): string {
  // LMTP writes no Received of its own: a real host's would stand above the listener's and name this machine.
  return `base_dir = ${home}/run
state_dir = ${home}/state
log_path = /dev/stderr
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = ${account.user}
default_internal_group = ${account.group}
default_login_user = ${account.user}
first_valid_uid = 0
mail_location = maildir:${home}/mail/%Lu/Maildir
mail_fsync = ${durable ? 'optimized' : 'never'}
mail_max_userip_connections = 50
recipient_delimiter = +
lmtp_save_to_detail_mailbox = no
lmtp_add_received_header = no
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${account.user} gid=${account.group} home=${home}/mail/%Lu allow_all_users=yes
}
namespace inbox {
  inbox = yes
  separator = /
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${lmtpPort}
  }
  unix_listener lmtp {
    mode = 0600
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
protocol lmtp {
  postmaster_address = postmaster@localhost
}
`;
}

function greets(port: number, greeting: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.setTimeout(2000, () => socket.destroy(new Error(`port ${port} is silent`)));
    socket.once('error', reject);
    socket.once('data', (data) => {
      socket.destroy();
      if (data.toString('latin1').startsWith(greeting)) resolve();
      else reject(new Error(`port ${port} greets with "${data.toString('latin1').trim()}"`));
    });
  });
}
