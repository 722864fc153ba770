import { connect } from 'node:net';

/**
 * A connection to Firefox's Marionette server. Frames are `<bytes>:<json>`; a request is `[0, id, name, params]`,
 * its answer `[1, id, error, result]`; the server greets first. The WebAuthn commands need no WebDriver session.
 */
export function connectMarionette(port) {
  const socket = connect(port, '127.0.0.1');
  socket.unref();
  const pending = new Map();
  let received = Buffer.alloc(0);
  let lastId = 0;

  function send(name, params = {}) {
    return new Promise((resolve, reject) => {
      const id = ++lastId;
      pending.set(id, { resolve, reject });
      const text = JSON.stringify([0, id, name, params]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  }

  function answer([, id, error, result]) {
    const request = pending.get(id);
    pending.delete(id);
    if (error) request.reject(new Error(`${error.error}: ${error.message}`));
    else request.resolve(result);
  }

  return new Promise((resolve, reject) => {
    let greeted = false;
    socket.once('error', reject);
    socket.on('close', () => pending.forEach((request) => request.reject(new Error('Marionette closed.'))));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      for (;;) {
        const colon = received.indexOf(':');
        if (colon < 0) return;
        const end = colon + 1 + Number(received.subarray(0, colon));
        if (received.length < end) return;
        const message = JSON.parse(received.subarray(colon + 1, end));
        received = received.subarray(end);
        if (greeted) {
          answer(message);
        } else {
          greeted = true;
          resolve({ send });
        }
      }
    });
  });
}
