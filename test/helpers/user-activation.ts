/** Whether the page has a fresh gesture, in place of what the browser says. Call it at the top of a `describe`; `false` before each test. */
export function userActivation(): { isActive: boolean } {
  const activation = { isActive: false, hasBeenActive: true };
  before(() => Object.defineProperty(navigator, 'userActivation', { configurable: true, value: activation }));
  beforeEach(() => (activation.isActive = false));
  after(() => Reflect.deleteProperty(navigator, 'userActivation'));
  return activation;
}
