interface Opened {
  close(): unknown;
}

const opened: Opened[] = [];

afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.close();
});

/** What one test opens for itself is closed after it, also when the test fails: an open server would keep the whole run waiting. */
export function closedAfterwards<T extends Opened>(one: T): T {
  opened.push(one);
  return one;
}
