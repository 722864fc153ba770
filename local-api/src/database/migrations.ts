/** One entry per schema version, applied in order and never edited once released. */
export const migrations: readonly { version: number; statements: readonly string[] }[] = [
  {
    version: 1,
    statements: [
      `CREATE TABLE settings (id INTEGER PRIMARY KEY CHECK (id = 1), document TEXT NOT NULL)`,
      `CREATE TABLE signing_keys (
        kid TEXT PRIMARY KEY, private_jwk TEXT NOT NULL, public_jwk TEXT NOT NULL, created_at INTEGER NOT NULL)`,
      `CREATE TABLE users (
        id TEXT PRIMARY KEY, user_handle TEXT NOT NULL UNIQUE, full_name TEXT NOT NULL, created_at INTEGER NOT NULL)`,
      `CREATE TABLE identifiers (
        id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        type TEXT NOT NULL, value TEXT NOT NULL, status TEXT NOT NULL, created_at INTEGER NOT NULL,
        UNIQUE (type, value))`,
      `CREATE INDEX identifiers_user ON identifiers (user_id)`,
      `CREATE TABLE credentials (
        id TEXT PRIMARY KEY, credential_id TEXT NOT NULL UNIQUE,
        user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, rp_id TEXT NOT NULL,
        public_key BLOB NOT NULL, counter INTEGER NOT NULL, transports TEXT NOT NULL, aaguid TEXT NOT NULL,
        attestation_format TEXT NOT NULL, backup_eligible INTEGER NOT NULL, backup_state INTEGER NOT NULL,
        source_os TEXT NOT NULL, source_browser TEXT NOT NULL,
        created_at INTEGER NOT NULL, last_used_at INTEGER NOT NULL, counter_regressed_at INTEGER)`,
      `CREATE INDEX credentials_user ON credentials (user_id)`,
      `CREATE TABLE credential_devices (
        credential_id TEXT NOT NULL REFERENCES credentials (id) ON DELETE CASCADE, client_env_handle TEXT NOT NULL,
        PRIMARY KEY (credential_id, client_env_handle))`,
      `CREATE TABLE processes (
        id TEXT PRIMARY KEY, token_hash TEXT NOT NULL UNIQUE, origin TEXT NOT NULL, state TEXT NOT NULL,
        created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, completed_at INTEGER)`,
      `CREATE TABLE challenges (
        challenge TEXT PRIMARY KEY, owner TEXT NOT NULL, purpose TEXT NOT NULL, rp_id TEXT NOT NULL,
        user_handle TEXT, allow_credentials TEXT NOT NULL, created_at INTEGER NOT NULL,
        expires_at INTEGER NOT NULL, consumed_at INTEGER)`,
      `CREATE INDEX challenges_owner ON challenges (owner, purpose, created_at)`,
      `CREATE TABLE sealed_answers (
        process_id TEXT NOT NULL REFERENCES processes (id) ON DELETE CASCADE, request_hash TEXT NOT NULL,
        sealed BLOB NOT NULL, expires_at INTEGER NOT NULL, PRIMARY KEY (process_id, request_hash))`,
      `CREATE TABLE sessions (
        id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        refresh_token_hash TEXT NOT NULL UNIQUE, identifier TEXT NOT NULL, created_at INTEGER NOT NULL,
        expires_at INTEGER NOT NULL, revoked_at INTEGER)`,
      `CREATE TABLE events (
        id INTEGER PRIMARY KEY AUTOINCREMENT, process_id TEXT NOT NULL, user_id TEXT, type TEXT NOT NULL,
        created_at INTEGER NOT NULL)`,
      `CREATE TABLE append_opt_outs (
        user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, variant TEXT NOT NULL,
        PRIMARY KEY (user_id, variant))`,
    ],
  },
  {
    version: 2,
    statements: [
      // Steps are stored in another form now; what was running lives for minutes only.
      `DELETE FROM processes`,
      `CREATE TABLE verification_codes (
        id INTEGER PRIMARY KEY AUTOINCREMENT, process_id TEXT NOT NULL, purpose TEXT NOT NULL,
        type TEXT NOT NULL, identifier TEXT NOT NULL, method TEXT NOT NULL, salt TEXT NOT NULL,
        code_hash TEXT NOT NULL, temp_id_hash TEXT UNIQUE, tries INTEGER NOT NULL,
        created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, used_at INTEGER)`,
      `CREATE INDEX verification_codes_process ON verification_codes (process_id, purpose)`,
      `CREATE INDEX verification_codes_identifier ON verification_codes (type, identifier, created_at)`,
      `CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, recipient TEXT NOT NULL, subject TEXT NOT NULL,
        text TEXT NOT NULL, code TEXT, link TEXT, created_at INTEGER NOT NULL)`,
      `CREATE TABLE social_accounts (
        provider TEXT NOT NULL, subject TEXT NOT NULL,
        user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        email TEXT NOT NULL, full_name TEXT NOT NULL, created_at INTEGER NOT NULL, PRIMARY KEY (provider, subject))`,
      `CREATE INDEX social_accounts_user ON social_accounts (user_id)`,
      `CREATE TABLE social_logins (
        state_hash TEXT PRIMARY KEY, process_id TEXT NOT NULL REFERENCES processes (id) ON DELETE CASCADE,
        provider TEXT NOT NULL, auth_type TEXT NOT NULL, redirect_url TEXT NOT NULL, code_verifier TEXT NOT NULL,
        expires_at INTEGER NOT NULL, used_at INTEGER)`,
      `CREATE TABLE provider_grants (
        code_hash TEXT PRIMARY KEY, redirect_uri TEXT NOT NULL, code_challenge TEXT NOT NULL,
        profile TEXT NOT NULL, expires_at INTEGER NOT NULL)`,
    ],
  },
  {
    version: 3,
    statements: [
      `ALTER TABLE users ADD COLUMN connect_identifier TEXT`,
      `CREATE UNIQUE INDEX users_connect_identifier ON users (connect_identifier)`,
      `ALTER TABLE processes ADD COLUMN kind TEXT NOT NULL DEFAULT 'auth'`,
      `CREATE TABLE connect_tokens (
        id TEXT PRIMARY KEY, secret_hash TEXT NOT NULL UNIQUE, type TEXT NOT NULL, subject TEXT NOT NULL,
        expires_at INTEGER NOT NULL, used_at INTEGER)`,
      `ALTER TABLE events ADD COLUMN kind TEXT NOT NULL DEFAULT 'auth'`,
      `ALTER TABLE events ADD COLUMN message TEXT`,
      `ALTER TABLE events ADD COLUMN challenge TEXT`,
      `ALTER TABLE events ADD COLUMN reported_at INTEGER`,
      `ALTER TABLE events ADD COLUMN duration_ms INTEGER`,
    ],
  },
];
