/** `contremarque worker` in a process of its own, which may be killed at any instant: the settings from the environment, the stories from a file. */
import { readConfig } from '../../src/entry/config';
import { runWorker } from '../../src/entry/worker';

const [codePath = ''] = process.argv.slice(2);

runWorker(readConfig(process.env), { codePath }).catch((fault: unknown) => {
  process.stderr.write(`${String(fault)}\n`);
  process.exitCode = 1;
});
