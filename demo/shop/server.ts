import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { CONNECT_TOKEN_TYPES, Corbado, type CorbadoProject } from './corbado.js';
import { signedInTexts, type PageRenderer } from './pages.js';
import { signUpProblem } from './sign-up-problem.js';
import type { Account, ShopDatabase } from './shop-database.js';
import { textFields } from './text-fields.js';

export interface ShopOptions {
  /** Where people reach the shop, such as `https://shop.example`. */
  readonly origin: string;
  readonly project: CorbadoProject;
  readonly database: ShopDatabase;
  readonly page: PageRenderer;
}

interface Shop {
  Variables: { account: Account };
}

/** A shop that lets people in with a password, to which passkeys were added. */
export function createShop({ origin, project, database, page }: ShopOptions): Hono<Shop> {
  const corbado = new Corbado(project, (jti, expiresAt) => database.isFirstUse(jti, expiresAt));
  const shop = new Hono<Shop>().basePath('/shop');

  // Browsers name the origin of every POST; what another site sends is refused before anything is read.
  shop.use(async (c, next) => {
    if (c.req.method === 'POST' && c.req.header('Origin') !== origin) throw new HTTPException(403);
    c.header('Cache-Control', 'no-store');
    await next();
  });
  shop.use(bodyLimit({ maxSize: 64 * 1024 }));

  const sessionOf = (c: Context) => getCookie(c, 'shop_session') ?? '';

  /** Opens a session under a new name. The one before ends, whoever put it there. */
  async function signIn(c: Context, account: Account): Promise<void> {
    await database.endSession(sessionOf(c));
    setCookie(c, 'shop_session', await database.openSession(account), {
      path: '/shop',
      httpOnly: true,
      sameSite: 'Lax',
      secure: origin.startsWith('https:'),
    });
  }

  /** Lets those through who are signed in. Who asks for a page is sent to the login. */
  const signedIn = createMiddleware<Shop>(async (c, next) => {
    const account = await database.accountBySession(sessionOf(c));
    if (account) {
      c.set('account', account);
      return next();
    }
    if (c.req.method === 'POST') throw new HTTPException(401);
    return c.redirect('/shop/login', 303);
  });

  // The shop as it was: people sign in with a password.

  shop.get('/', () => page('front'));
  shop.get('/login', () => page('login'));
  shop.get('/sign-up', () => page('sign-up'));
  for (const name of ['welcome', 'account', 'checkout', 'receipt'] as const) {
    shop.get(`/${name}`, signedIn, async (c) => {
      const payment = await database.lastPayment(c.var.account);
      if (name === 'receipt' && !payment) return c.redirect('/shop/checkout', 303);
      return page(name, signedInTexts(c.var.account, payment));
    });
  }

  shop.post('/sign-up', async (c) => {
    const { name = '', email = '', password = '' } = await textFields(c);
    const problem = signUpProblem({ name, email, password });
    const account = problem === undefined && (await database.createAccount(name, email, password));
    const taken = 'There is an account with this email address already.';
    if (!account) return page('sign-up', { name, email, problem: problem ?? taken }, 422);
    await signIn(c, account);
    return c.redirect('/shop/welcome', 303);
  });

  shop.post('/login', async (c) => {
    const { email = '', password = '' } = await textFields(c);
    const account = await database.accountByPassword(email, password);
    const problem = 'Email or password is wrong. After ten tries, wait 15 minutes.';
    if (!account) return page('password-login', { email, problem }, 422);
    await signIn(c, account);
    return c.redirect('/shop/welcome', 303);
  });

  shop.post('/sign-out', async (c) => {
    await database.endSession(sessionOf(c));
    deleteCookie(c, 'shop_session', { path: '/shop' });
    return c.redirect('/shop/login', 303);
  });

  shop.post('/pay', signedIn, async (c) => {
    const { password = '' } = await textFields(c);
    const { email } = c.var.account;
    const account = await database.accountByPassword(email, password);
    if (!account) return page('password-payment', { email, problem: 'The password is wrong.' }, 422);
    await database.addPayment(account, 'password');
    return c.redirect('/shop/receipt', 303);
  });

  // What passkeys add.

  /** `append-token-url` and `connect-token-url`: always for the person who is signed in, whatever the page says. */
  shop.post('/connect-token', signedIn, async (c) => {
    const { type: asked } = await textFields(c);
    const type = CONNECT_TOKEN_TYPES.find((known) => known === asked);
    if (!type) throw new HTTPException(400);
    const { email, name } = c.var.account;
    return c.json({ token: await corbado.createConnectToken(type, email, name) });
  });

  /** Whose passkey was just used, by the signed data that an element sends; nobody's unless it is genuine. */
  async function passkeyOwner(c: Context<Shop>): Promise<Account | undefined> {
    const { signedPasskeyData = '' } = await textFields(c);
    const identifier = await corbado.verifySignedPasskeyData(signedPasskeyData);
    return identifier === undefined ? undefined : database.accountByEmail(identifier);
  }

  /** `complete-url` of `<connect-login>`. */
  shop.post('/passkey-login', async (c) => {
    const account = await passkeyOwner(c);
    if (!account) throw new HTTPException(401);
    await signIn(c, account);
    return c.body(null, 204);
  });

  /** `complete-url` of `<connect-second-factor>`: only the passkey of the person who is signed in will do. */
  shop.post('/passkey-payment', signedIn, async (c) => {
    const account = await passkeyOwner(c);
    if (account?.id !== c.var.account.id) throw new HTTPException(403);
    await database.addPayment(account, 'passkey');
    return c.body(null, 204);
  });

  return shop;
}
