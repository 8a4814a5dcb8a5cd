const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

/** The header that proves a call comes from one of our pages. */
export function csrf() {
  const header = meta('csrf-header');
  return header ? { [header]: meta('csrf-token') } : {};
}

/** GET of JSON; throws the answered problem. */
export async function read(url) {
  return answerOf(await fetch(url, { headers: { Accept: 'application/json' } }));
}

/** POST of JSON; throws the answered problem. */
export async function post(url, body) {
  return send('POST', url, body);
}

/** PUT of JSON; throws the answered problem. */
export async function put(url, body) {
  return send('PUT', url, body);
}

async function send(method, url, body) {
  return answerOf(
    await fetch(url, {
      method,
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', ...csrf() },
      body: JSON.stringify(body),
    }),
  );
}

async function answerOf(response) {
  const text = await response.text();
  let body = {};
  try {
    body = text ? JSON.parse(text) : {};
  } catch {
    // A proxy's page, or the sign-in page of a session that ended: the status has to do.
  }
  if (!response.ok || response.redirected) {
    throw { status: response.redirected ? 401 : response.status, ...body };
  }
  return body;
}
