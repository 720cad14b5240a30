/** One result of an Authentication-Results header: `dkim=pass header.d=theatre.example`. */
export interface HostResult {
  readonly method: string;
  readonly result: string;
  readonly properties: ReadonlyMap<string, string>;
}

/** RFC 8601 2.2. Exchange Online writes no authserv-id: then `id` is absent. */
export interface ResultsHeader {
  readonly id?: string;
  readonly results: readonly HostResult[];
}

export function parseResults(value: string): ResultsHeader {
  const [first = '', ...others] = withoutComments(value.slice(0, 8_192)).split(';');
  const isId = !/^\s*[a-z0-9-]+\s*=/i.test(first);
  const id = isId ? first.trim().split(/\s+/)[0]?.toLowerCase() : undefined;
  const results = (isId ? others : [first, ...others]).flatMap((part) => resultIn(part) ?? []);
  return { ...(id && { id }), results };
}

/** `auth=pass (cram) x="a;b"`: neither comments nor quoted strings may bring in a separator or a result. */
function withoutComments(value: string): string {
  let kept = '';
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < value.length; i += 1) {
    const letter = value[i] ?? '';
    if (letter === '\\') i += 1;
    else if (letter === '"' && depth === 0) quoted = !quoted;
    else if (quoted) kept += /[\s;=()]/.test(letter) ? '_' : letter;
    else if (letter === '(') depth += 1;
    else if (letter === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += letter;
  }
  return kept;
}

function resultIn(part: string): HostResult | undefined {
  const spaced = part.trim().replaceAll(/\s*=\s*/g, '=');
  const [head = '', ...rest] = spaced.split(/\s+/);
  const [, method, result] = /^([a-z0-9-]+)(?:\/\d+)?=([a-z]+)$/i.exec(head) ?? [];
  if (!method || !result) return undefined;
  const pairs = rest.flatMap((pair) => {
    const at = pair.indexOf('=');
    return at > 0 ? [[pair.slice(0, at).toLowerCase(), pair.slice(at + 1).toLowerCase()] as const] : [];
  });
  return { method: method.toLowerCase(), result: result.toLowerCase(), properties: new Map(pairs) };
}
