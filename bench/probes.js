/** Runs in the page before anything else and notes when things happen, in milliseconds of `performance.now()`. */
(() => {
  const bench = {
    definedAt: 0,
    fieldAt: 0,
    clickedAt: 0,
    answeredAt: 0,
    drawnAt: 0,
    paintedAt: 0,
    calls: [],
    longTasks: [],
    layoutShift: 0,
    /** Refuse modal ceremonies at once, as a person who cancels does. */
    refuse: false,
    screen: () =>
      document.querySelector('auth-process, connect-login')?.shadowRoot?.querySelector('.cbo-screen'),
    /** Notes when the next screen is in the document and when it has been painted. */
    watchNextScreen() {
      this.drawnAt = this.paintedAt = 0;
      const screen = this.screen();
      const before = screen.querySelector('.cbo-heading')?.textContent;
      const observer = new MutationObserver(() => {
        const heading = screen.querySelector('.cbo-heading')?.textContent;
        if (!heading || heading === before) return;
        observer.disconnect();
        this.drawnAt = performance.now();
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => (this.paintedAt = performance.now());
          channel.port2.postMessage(undefined);
        });
      });
      observer.observe(screen, { subtree: true, childList: true, characterData: true });
    },
  };
  globalThis.bench = bench;

  const define = CustomElementRegistry.prototype.define;
  CustomElementRegistry.prototype.define = function (name, ...rest) {
    if (name === 'auth-process' || name === 'connect-login') bench.definedAt = performance.now();
    return define.call(this, name, ...rest);
  };

  const lookForField = () => {
    const field = bench.screen()?.querySelector('input');
    if (field && !field.disabled && !field.closest('[inert]')) bench.fieldAt = performance.now();
    else requestAnimationFrame(lookForField);
  };
  requestAnimationFrame(lookForField);

  addEventListener('click', (event) => (bench.clickedAt = event.timeStamp), { capture: true });

  const text = Response.prototype.text;
  Response.prototype.text = async function () {
    const body = await text.call(this);
    bench.answeredAt = performance.now();
    return body;
  };

  for (const kind of ['get', 'create']) {
    const native = CredentialsContainer.prototype[kind];
    CredentialsContainer.prototype[kind] = function (options) {
      const mediation = options?.mediation;
      bench.calls.push({ kind, mediation, at: performance.now() });
      if (bench.refuse && mediation !== 'conditional')
        return Promise.reject(new DOMException('refused', 'NotAllowedError'));
      return native.call(this, options);
    };
  }

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) bench.longTasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) bench.layoutShift += value;
  }).observe({ type: 'layout-shift', buffered: true });
})();
