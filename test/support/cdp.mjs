const connections = new WeakMap();

/** The page's one DevTools connection: virtual authenticators live as long as the connection that made them. */
export function cdpConnection(session) {
  const page = session.browser.getPage(session.id);
  if (!connections.has(page)) connections.set(page, page.createCDPSession());
  return connections.get(page);
}

/** Command `cdp`, payload `{ method, params }`: any method of the DevTools protocol. Chromium only. */
export function cdpPlugin() {
  return {
    name: 'cdp',
    async executeCommand({ command, payload, session }) {
      if (command !== 'cdp') return undefined;
      const connection = await cdpConnection(session);
      return (await connection.send(payload.method, payload.params)) ?? {};
    },
  };
}
